package org.duban.ui;

import com.vaadin.flow.component.UI;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What holidays are called. They are announced in Chinese; those of every year have a name in the other language too. */
final class Occasions {

    private static final String BETWEEN = "、";

    private static final Map<String, String> KEYS = Map.of(
            "元旦", "occasion.newYear",
            "春节", "occasion.springFestival",
            "清明节", "occasion.qingming",
            "劳动节", "occasion.labourDay",
            "端午节", "occasion.dragonBoat",
            "中秋节", "occasion.midAutumn",
            "国庆节", "occasion.nationalDay");

    private Occasions() {}

    /** In the language of the page, as far as it has a name there. */
    static String name(String announced) {
        UI ui = UI.getCurrent();
        return Arrays.stream(announced.split(BETWEEN))
                .map(each -> KEYS.containsKey(each) ? ui.getTranslation(KEYS.get(each)) : each)
                .collect(Collectors.joining(ui.getTranslation("list.separator")));
    }
}
