package org.duban.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The models as they lie in {@code bpmn/}, read as plain XML. */
final class Models {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Set<String> FLOW_NODES = Set.of(
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "userTask",
            "serviceTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway");

    /** @param root the {@code definitions} element */
    record Model(String file, Element root) {

        Element process() {
            return named("process").getFirst();
        }

        String key() {
            return process().getAttribute("id");
        }

        List<Element> flowNodes() {
            return elements(process(), BPMN, "*")
                    .filter(element -> FLOW_NODES.contains(element.getLocalName()))
                    .toList();
        }

        List<Element> sequenceFlows() {
            return named("sequenceFlow");
        }

        List<Element> named(String localName) {
            return elements(root, BPMN, localName).toList();
        }

        @Override
        public String toString() {
            return file;
        }
    }

    private Models() {}

    static List<Model> all() {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(Models::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static Stream<Element> elements(Element below, String namespace, String localName) {
        NodeList found = below.getElementsByTagNameNS(namespace, localName);
        return IntStream.range(0, found.getLength()).mapToObj(index -> (Element) found.item(index));
    }

    static Model read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Model(
                    file.getFileName().toString(),
                    factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
        } catch (Exception unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }
}
