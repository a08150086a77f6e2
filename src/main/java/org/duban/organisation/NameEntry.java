package org.duban.organisation;

/**
 * A name under which a department stands in the register.
 *
 * @param jurisdiction where the name means it; that of the department unless a supervisor decided for a document of
 *     another one
 * @param key see {@link Spelling#key}
 */
record NameEntry(
        String jurisdiction,
        String plain,
        String core,
        String key,
        boolean canonical,
        boolean learned,
        Department department) {

    static NameEntry of(String jurisdiction, String name, boolean learned, Department department) {
        String plain = Spelling.plain(name);
        String core = Spelling.core(plain, jurisdiction);
        return new NameEntry(
                jurisdiction, plain, core, Spelling.key(core), name.equals(department.name()), learned, department);
    }

    Resolution.How how() {
        if (canonical) {
            return Resolution.How.CANONICAL;
        }
        return learned ? Resolution.How.LEARNED : Resolution.How.ALIAS;
    }
}
