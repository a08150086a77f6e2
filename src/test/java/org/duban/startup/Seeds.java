package org.duban.startup;

import org.springframework.stereotype.Component;

/** Lets tests of other packages enter the seeds: the real departments and tables. */
@Component
public class Seeds {

    private final SeedLoading loading;

    Seeds(SeedLoading loading) {
        this.loading = loading;
    }

    public void load() {
        loading.load();
    }
}
