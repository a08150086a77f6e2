package org.duban.rule;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a table as a DMN file that modelling tools open: the same bytes for the same table. */
public final class TableWriter {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String DRAWING = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    private static final String BOUNDS = "http://www.omg.org/spec/DMN/20180521/DC/";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    private final XMLStreamWriter xml;
    private final DecisionTable table;
    private int depth;

    private TableWriter(XMLStreamWriter xml, DecisionTable table) {
        this.xml = xml;
        this.table = table;
    }

    public static byte[] write(DecisionTable table) {
        StringWriter text = new StringWriter();
        try {
            new TableWriter(XMLOutputFactory.newInstance().createXMLStreamWriter(text), table).definitions();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void definitions() throws XMLStreamException {
        String id = table.key();
        xml.writeStartDocument("UTF-8", "1.0");
        open("definitions");
        xml.writeDefaultNamespace(DMN);
        xml.writeNamespace("dmndi", DRAWING);
        xml.writeNamespace("dc", BOUNDS);
        xml.writeNamespace("camunda", CAMUNDA);
        attributes("id", id + "-definitions", "name", table.name(), "namespace", "https://duban.org/dmn");
        open("decision");
        attributes("id", id, "name", table.name(), "camunda:historyTimeToLive", "P1825D");
        open("decisionTable");
        attributes("id", id + "-table", "hitPolicy", "UNIQUE");
        for (DecisionTable.Input input : table.inputs()) {
            open("input");
            attributes("id", id + "-in-" + input.variable(), "label", input.label());
            open("inputExpression");
            attributes("id", id + "-expression-" + input.variable(), "typeRef", type(input.type()));
            text(input.variable());
            close();
            values("inputValues", input.allowed());
            close();
        }
        for (DecisionTable.Output output : table.outputs()) {
            open("output");
            attributes(
                    "id", id + "-out-" + output.name(),
                    "label", output.label(),
                    "name", output.name(),
                    "typeRef", type(output.type()));
            values("outputValues", output.allowed());
            close();
        }
        for (int at = 0; at < table.rows().size(); at++) {
            row(table.rows().get(at), id + "-row-" + (at + 1));
        }
        close();
        close();
        drawing();
        close();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.flush();
    }

    private void row(DecisionTable.Row row, String id) throws XMLStreamException {
        open("rule");
        attributes("id", id);
        if (!row.note().isEmpty()) {
            open("description");
            xml.writeCharacters(row.note());
            closeInLine();
        }
        for (int at = 0; at < row.conditions().size(); at++) {
            entry("inputEntry", id + "-in-" + (at + 1), row.conditions().get(at));
        }
        for (int at = 0; at < row.outputs().size(); at++) {
            entry("outputEntry", id + "-out-" + (at + 1), row.outputs().get(at));
        }
        close();
    }

    private void entry(String element, String id, String cell) throws XMLStreamException {
        open(element);
        attributes("id", id);
        text(cell);
        close();
    }

    private void values(String element, String allowed) throws XMLStreamException {
        if (allowed != null) {
            open(element);
            text(allowed);
            close();
        }
    }

    private void drawing() throws XMLStreamException {
        open("dmndi:DMNDI");
        open("dmndi:DMNDiagram");
        open("dmndi:DMNShape");
        attributes("dmnElementRef", table.key());
        open("dc:Bounds");
        attributes("height", "80", "width", "180", "x", "160", "y", "100");
        closeInLine();
        close();
        close();
        close();
    }

    private void text(String content) throws XMLStreamException {
        open("text");
        xml.writeCharacters(content);
        closeInLine();
    }

    private void open(String element) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth++));
        xml.writeStartElement(element);
    }

    private void close() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(--depth));
        xml.writeEndElement();
    }

    private void closeInLine() throws XMLStreamException {
        depth--;
        xml.writeEndElement();
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int at = 0; at < namesAndValues.length; at += 2) {
            xml.writeAttribute(namesAndValues[at], namesAndValues[at + 1]);
        }
    }

    private static String type(DecisionTable.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
