package org.duban.rule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.duban.base.Refusal;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a table out of a DMN file that anybody may have made. The file holds one decision with one table and nothing else
 * of DMN; drawings and other people's extensions are passed over, and never reach the engine, because what is deployed
 * is what {@link TableWriter} writes of the table.
 */
public final class TableReader {

    /** Largest file, in bytes. */
    public static final int LARGEST = 256 * 1024;

    private static final int LONGEST_TEXT = 400;
    private static final int MOST_CHILDREN = 1_000;
    private static final Set<String> TEXTS = Set.of("description", "variable", "extensionElements");

    private int rows;

    private TableReader() {}

    /** @throws Refusal {@code refusal.table.…} if it is not a file with one table */
    public static DecisionTable read(byte[] file) {
        if (file.length > LARGEST) {
            throw new Refusal("refusal.table.tooLarge", LARGEST / 1024);
        }
        return new TableReader().definitions(parse(file).getDocumentElement());
    }

    private static Document parse(byte[] file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // without a document type there are no entities: none is expanded, none is fetched
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(file));
        } catch (SAXException | IOException unreadable) {
            Refusal refusal = new Refusal("refusal.table.unreadable");
            refusal.initCause(unreadable);
            throw refusal;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private DecisionTable definitions(Element definitions) {
        if (!dmn(definitions) || !definitions.getLocalName().equals("definitions")) {
            throw new Refusal("refusal.table.unreadable");
        }
        Element decision = only(definitions, "decision");
        Element table = only(decision, "decisionTable");
        String policy = table.getAttribute("hitPolicy");
        if (!policy.isEmpty() && !policy.equals("UNIQUE") || table.hasAttribute("aggregation")) {
            throw new Refusal("refusal.table.hitPolicy", shortened(policy));
        }
        List<DecisionTable.Input> inputs = new ArrayList<>();
        List<DecisionTable.Output> outputs = new ArrayList<>();
        List<DecisionTable.Row> found = new ArrayList<>();
        for (Element child : children(table)) {
            switch (child.getLocalName()) {
                case "input" -> inputs.add(input(child));
                case "output" -> outputs.add(output(child));
                case "rule" -> found.add(row(child));
                // the heading of the column of notes
                case "annotation" -> {}
                default -> throw foreign(child);
            }
        }
        return new DecisionTable(
                shortened(decision.getAttribute("id")),
                shortened(decision.getAttribute("name")),
                inputs,
                outputs,
                found);
    }

    private DecisionTable.Input input(Element input) {
        Element expression = null;
        String allowed = null;
        for (Element child : children(input)) {
            switch (child.getLocalName()) {
                case "inputExpression" -> expression = child;
                case "inputValues" -> allowed = text(child);
                default -> throw foreign(child);
            }
        }
        if (expression == null) {
            throw foreign(input);
        }
        String variable = text(expression);
        return new DecisionTable.Input(
                variable, shortened(input.getAttribute("label")), type(expression, variable), allowed);
    }

    private DecisionTable.Output output(Element output) {
        String allowed = null;
        for (Element child : children(output)) {
            if (!child.getLocalName().equals("outputValues")) {
                throw foreign(child);
            }
            allowed = text(child);
        }
        String name = shortened(output.getAttribute("name"));
        return new DecisionTable.Output(name, shortened(output.getAttribute("label")), type(output, name), allowed);
    }

    private DecisionTable.Row row(Element row) {
        rows++;
        List<String> conditions = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        String note = "";
        for (Element child : children(row)) {
            switch (child.getLocalName()) {
                case "inputEntry" -> conditions.add(text(child));
                case "outputEntry" -> outputs.add(text(child));
                case "description" -> note = plain(child);
                case "annotationEntry" -> note = text(child);
                default -> throw new Refusal("refusal.table.elementInRow", rows, shortened(child.getLocalName()));
            }
        }
        return new DecisionTable.Row(conditions, outputs, note);
    }

    private static DecisionTable.Type type(Element typed, String column) {
        return switch (typed.getAttribute("typeRef").toLowerCase(Locale.ROOT)) {
            case "integer" -> DecisionTable.Type.INTEGER;
            case "boolean" -> DecisionTable.Type.BOOLEAN;
            case "string" -> DecisionTable.Type.STRING;
            default -> throw new Refusal("refusal.table.type", column, shortened(typed.getAttribute("typeRef")));
        };
    }

    private static Element only(Element parent, String name) {
        Element only = null;
        for (Element child : children(parent)) {
            if (child.getLocalName().equals(name) && only == null) {
                only = child;
            } else if (!TEXTS.contains(child.getLocalName())) {
                throw foreign(child);
            }
        }
        if (only == null) {
            throw new Refusal("refusal.table.noTable");
        }
        return only;
    }

    /** What stands in the one {@code text} of an expression, which must be of the one language. */
    private String text(Element expression) {
        String language = expression.getAttribute("expressionLanguage");
        List<Element> children = children(expression);
        if (!language.isEmpty() && !language.equalsIgnoreCase("feel")
                || children.size() > 1
                || !children.isEmpty() && !children.getFirst().getLocalName().equals("text")) {
            throw foreign(expression);
        }
        return children.isEmpty() ? "" : plain(children.getFirst());
    }

    private String plain(Element holder) {
        StringBuilder text = new StringBuilder();
        for (Node node = holder.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (node.getNodeType()) {
                case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> text.append(node.getNodeValue());
                case Node.COMMENT_NODE -> {}
                default -> throw foreign(holder);
            }
            if (text.length() > LONGEST_TEXT) {
                throw new Refusal("refusal.table.textTooLong", rows, LONGEST_TEXT);
            }
        }
        return text.toString().strip();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && dmn(child)) {
                children.add(child);
            }
        }
        if (children.size() > MOST_CHILDREN) {
            throw new Refusal("refusal.table.unreadable");
        }
        return children;
    }

    private static boolean dmn(Element element) {
        String namespace = String.valueOf(element.getNamespaceURI());
        return namespace.matches("https?://www\\.omg\\.org/spec/DMN/\\d{8}/(dmn\\.xsd|MODEL/)");
    }

    private static Refusal foreign(Element element) {
        return new Refusal("refusal.table.element", shortened(element.getLocalName()));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text.strip() : text.substring(0, 60).strip();
    }
}
