package org.duban.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout.AppLayoutI18n;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** The texts inside Vaadin's own components, in the language of the page. */
public final class ComponentTexts {

    private static final String LIST = ",";

    /**
     * Vaadin sends a date picker its texts whenever they change, but has no word for the title over a month, which reads
     * "November 2026" in every language. The title rides along with the texts.
     */
    private static final String TITLE_OF_MONTHS =
            """
            const connector = this.$connector;
            const update = connector.updateAllButTitle ??= connector.updateI18n;
            const formatTitle = (month, year) => $0.replace('{0}', month).replace('{1}', year);
            const addTitle = () => { this.i18n = { ...this.i18n, formatTitle }; };
            connector.updateI18n = (locale, texts) => { update(locale, texts); addTitle(); };
            addTitle();
            """;

    private ComponentTexts() {}

    /**
     * Gives a date picker its texts. Days are written and read as {@code 2026-03-04}; {@code 2026/3/4} and
     * {@code 20260304} are understood as well.
     */
    public static void apply(DatePicker picker) {
        picker.setI18n(datePicker());
        // behind the picker's own start in the browser, which is announced the same way
        picker.addAttachListener(attach -> attach.getUI().beforeClientResponse(picker, context -> picker.getElement()
                .executeJs(TITLE_OF_MONTHS, text("datePicker.title"))));
    }

    private static DatePickerI18n datePicker() {
        return new DatePickerI18n()
                .setMonthNames(list("datePicker.months"))
                .setWeekdays(list("datePicker.weekdays"))
                .setWeekdaysShort(list("datePicker.weekdaysShort"))
                .setFirstDayOfWeek(1)
                .setDateFormats("yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd")
                .setToday(text("datePicker.today"))
                .setCancel(text("action.cancel"))
                .setBadInputErrorMessage(text("datePicker.bad"))
                .setRequiredErrorMessage(text("datePicker.required"))
                .setMinErrorMessage(text("datePicker.min"))
                .setMaxErrorMessage(text("datePicker.max"));
    }

    public static UploadI18N upload() {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(text("upload.drop.one"))
                        .setMany(text("upload.drop.many")))
                .setAddFiles(
                        new UploadI18N.AddFiles().setOne(text("upload.add.one")).setMany(text("upload.add.many")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(text("upload.error.tooMany"))
                        .setFileIsTooBig(text("upload.error.tooBig"))
                        .setIncorrectFileType(text("upload.error.type")))
                .setUploading(uploading())
                .setFile(new UploadI18N.File()
                        .setRetry(text("upload.retry"))
                        .setStart(text("upload.start"))
                        .setRemove(text("upload.remove")))
                .setUnits(List.of("B", "kB", "MB", "GB"));
    }

    private static UploadI18N.Uploading uploading() {
        return new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(text("upload.connecting"))
                        .setStalled(text("upload.stalled"))
                        .setProcessing(text("upload.processing"))
                        .setHeld(text("upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(text("upload.remaining"))
                        .setUnknown(text("upload.remaining.unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(text("upload.error.server"))
                        .setUnexpectedServerError(text("upload.error.failed"))
                        .setForbidden(text("upload.error.forbidden"))
                        .setFileTooLarge(text("upload.error.tooBig")));
    }

    static AppLayoutI18n appLayout() {
        AppLayoutI18n texts = new AppLayoutI18n();
        texts.setDrawer(text("nav.label"));
        return texts;
    }

    private static List<String> list(String key) {
        return List.of(text(key).split(LIST));
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
