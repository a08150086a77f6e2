package org.duban.document;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/** XML that is none. */
final class XmlException extends IOException {

    private static final long serialVersionUID = 1L;

    XmlException(XMLStreamException cause) {
        super(cause);
    }
}
