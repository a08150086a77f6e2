package org.duban.directive;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The texts from which directives were read. Who may see a directive may see its text. */
@Service
@Transactional(readOnly = true)
public class Sources {

    private final SourceRepository sources;
    private final DivisionRowRepository rows;
    private final DraftAccess access;

    Sources(SourceRepository sources, DivisionRowRepository rows, DraftAccess access) {
        this.sources = sources;
        this.rows = rows;
        this.access = access;
    }

    /** Empty where it was not read from a text. @throws Refusal if the caller may not see the directive */
    public Optional<SourceText> of(DirectiveId id) {
        access.visible(id);
        return sources.find(id);
    }

    /**
     * The row's sentence in its source, for whoever has made sure already that the caller may see the row's key task.
     *
     * @param around how many characters to give before and behind the quote
     * @return empty where the row stands in no source
     */
    public Optional<Passage> passageAsSystem(DirectiveId directive, DivisionRowId row, int around) {
        return rows.quote(row)
                .flatMap(quote -> sources.find(directive).map(source -> Passage.of(source, quote, around)));
    }
}
