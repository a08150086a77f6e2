package org.duban.document;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.duban.document.UnreadableDocument.Reason;

/** Finds the parts of an Office Open XML file by what they are to each other; their names are free. */
final class OfficeParts {

    private final Archive archive;
    private final String mainPart;
    private final Map<String, Relation> relations;

    private OfficeParts(Archive archive, String mainPart, Map<String, Relation> relations) {
        this.archive = archive;
        this.mainPart = mainPart;
        this.relations = relations;
    }

    static OfficeParts of(Archive archive) throws UnreadableDocument, IOException {
        for (Relation relation : relations(archive, "").values()) {
            if (relation.type.equals("officeDocument")) {
                return new OfficeParts(archive, relation.target, relations(archive, relation.target));
            }
        }
        throw new UnreadableDocument(Reason.BROKEN);
    }

    Xml main() throws UnreadableDocument, IOException {
        return open(mainPart);
    }

    /** The part that is of this kind to the main part, or {@code null} where there is none. */
    Xml ofType(String type) throws UnreadableDocument, IOException {
        for (Relation relation : relations.values()) {
            if (relation.type.equals(type)) {
                return open(relation.target);
            }
        }
        return null;
    }

    Xml byId(String id) throws UnreadableDocument, IOException {
        Relation relation = relations.get(id);
        if (relation == null) {
            throw new UnreadableDocument(Reason.BROKEN);
        }
        return open(relation.target);
    }

    private Xml open(String name) throws UnreadableDocument, IOException {
        byte[] part = archive.part(name);
        if (part == null || part.length == 0) {
            throw new UnreadableDocument(Reason.BROKEN);
        }
        return Xml.of(part);
    }

    private static Map<String, Relation> relations(Archive archive, String part)
            throws UnreadableDocument, IOException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        byte[] list = archive.part(folder + "_rels/" + part.substring(slash) + ".rels");
        Map<String, Relation> relations = new HashMap<>();
        if (list == null) {
            return relations;
        }
        Xml xml = Xml.of(list);
        xml.nextChild(0);
        while (xml.nextChild(1)) {
            String type = xml.attribute("Type");
            String target = xml.attribute("Target");
            if (type != null && target != null && !"External".equals(xml.attribute("TargetMode"))) {
                relations.put(
                        String.valueOf(xml.attribute("Id")),
                        new Relation(type.substring(type.lastIndexOf('/') + 1), resolve(folder, target)));
            }
        }
        return relations;
    }

    private static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../")) {
            rest = rest.substring(3);
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
        }
        return base + rest;
    }

    private record Relation(String type, String target) {}
}
