package org.duban.document;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.duban.document.UnreadableDocument.Reason;

/**
 * Walks through an XML part, element by element. Names are compared without their namespaces, as the same elements have
 * two (transitional and strict). There is no document type declaration in office files, and none is accepted.
 */
final class Xml {

    private final XMLStreamReader reader;
    private int depth;

    private Xml(XMLStreamReader reader) {
        this.reader = reader;
    }

    static Xml of(byte[] part) throws XmlException {
        // The one of the JDK, whatever else lies on the class path: these settings are its.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The JDK's own limit differs from release to release; the one that counts is ours.
        factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(2 * Limits.DEPTH));
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the file is read: " + systemId);
        });
        try {
            return new Xml(factory.createXMLStreamReader(new ByteArrayInputStream(part)));
        } catch (XMLStreamException broken) {
            throw new XmlException(broken);
        }
    }

    /**
     * Goes on to the next child of the element whose {@link #depth()} is given, and into it; or to the element's end,
     * with {@code false}.
     */
    boolean nextChild(int parentDepth) throws XmlException, UnreadableDocument {
        while (depth > parentDepth) {
            next();
        }
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (depth < parentDepth || event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    int depth() {
        return depth;
    }

    String name() {
        return reader.getLocalName();
    }

    boolean is(String name) {
        return reader.getLocalName().equals(name);
    }

    /** The attribute by its name without namespace, or {@code null}. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The {@code r:id} that names another part; an {@code id} without prefix is something else. */
    String relationId() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("id")
                    && !reader.getAttributePrefix(i).isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The attribute as a number, or the other value where it is absent or none. */
    int number(String name, int otherwise) {
        String value = attribute(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }

    /** Whether a switch such as {@code <w:b/>} or {@code <w:b w:val="0"/>} is on. */
    boolean isOn() {
        String value = attribute("val");
        return value == null || !value.equals("0") && !value.equals("false") && !value.equals("off");
    }

    /** All character data in the current element, which is left behind. */
    String text() throws XmlException, UnreadableDocument {
        StringBuilder text = new StringBuilder();
        for (int inside = depth; depth >= inside; ) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
        return text.toString();
    }

    /** Leaves the current element behind. */
    void skip() throws XmlException, UnreadableDocument {
        for (int inside = depth; depth >= inside; ) {
            next();
        }
    }

    private int next() throws XmlException, UnreadableDocument {
        try {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > Limits.DEPTH) {
                        throw new UnreadableDocument(Reason.TOO_COMPLEX);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XmlException(new XMLStreamException("Document type declared"));
                default -> {}
            }
            return event;
        } catch (XMLStreamException broken) {
            throw new XmlException(broken);
        }
    }
}
