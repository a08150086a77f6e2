package org.duban.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** What is asked of a model beyond being executable. */
final class ModelStyle {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern DELEGATE = Pattern.compile("\\$\\{([a-z][A-Za-z]*)}");
    private static final Set<String> ROLES = Set.of("DEPARTMENT", "HEAD", "SUPERVISOR");
    private static final Set<String> CHOICES = Set.of("exclusiveGateway", "inclusiveGateway", "eventBasedGateway");

    private final Models.Model model;
    private final List<String> problems = new ArrayList<>();

    private ModelStyle(Models.Model model) {
        this.model = model;
    }

    static List<String> problems(Models.Model model) {
        ModelStyle style = new ModelStyle(model);
        style.checkProcess();
        style.checkNames();
        style.checkChoices();
        style.checkServiceTasks();
        style.checkUserTasks();
        style.checkScripts();
        style.checkDrawing();
        return style.problems;
    }

    private void checkProcess() {
        if (model.process().getAttributeNS(Models.CAMUNDA, "historyTimeToLive").isBlank()) {
            problem(model.process(), "no history time to live");
        }
    }

    private void checkNames() {
        List<Element> named = new ArrayList<>(model.flowNodes());
        named.add(model.process());
        for (Element element : named) {
            if (!KEBAB_CASE.matcher(id(element)).matches()) {
                problem(element, "id is not kebab-case");
            }
            if (!CHINESE.matcher(element.getAttribute("name")).find()) {
                problem(element, "name has no Chinese");
            }
        }
        for (Element flow : model.sequenceFlows()) {
            if (!KEBAB_CASE.matcher(id(flow)).matches()) {
                problem(flow, "id is not kebab-case");
            }
        }
    }

    private void checkChoices() {
        for (Element gateway : model.flowNodes()) {
            List<Element> ways = model.sequenceFlows().stream()
                    .filter(flow -> flow.getAttribute("sourceRef").equals(id(gateway)))
                    .toList();
            if (!CHOICES.contains(gateway.getLocalName()) || ways.size() < 2) {
                continue;
            }
            if (gateway.getLocalName().equals("exclusiveGateway")
                    && gateway.getAttribute("default").isEmpty()) {
                problem(gateway, "two ways and no default");
            }
            ways.stream()
                    .filter(way -> !CHINESE.matcher(way.getAttribute("name")).find())
                    .forEach(way -> problem(way, "way out of a gateway without label"));
        }
    }

    private void checkServiceTasks() {
        for (Element task : model.named("serviceTask")) {
            String expression = task.getAttributeNS(Models.CAMUNDA, "delegateExpression");
            Matcher delegate = DELEGATE.matcher(expression);
            if (!delegate.matches()) {
                problem(task, "no delegate expression");
            } else if (!exists(delegate.group(1))) {
                problem(task, "no delegate " + expression);
            }
        }
    }

    private static boolean exists(String bean) {
        try {
            Class.forName("org.duban.process." + Character.toUpperCase(bean.charAt(0)) + bean.substring(1));
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    private void checkUserTasks() {
        for (Element task : model.named("userTask")) {
            if (task.getAttributeNS(Models.CAMUNDA, "assignee").isBlank()) {
                problem(task, "no assignee");
            }
            boolean role = Models.elements(task, Models.CAMUNDA, "property")
                    .anyMatch(property -> property.getAttribute("name").equals("role")
                            && ROLES.contains(property.getAttribute("value")));
            if (!role) {
                problem(task, "no role");
            }
        }
    }

    private void checkScripts() {
        model.named("scriptTask").forEach(task -> problem(task, "scripts are not allowed"));
        Models.elements(model.root(), Models.CAMUNDA, "script")
                .forEach(script -> problem((Element) script.getParentNode(), "scripts are not allowed"));
    }

    private void checkDrawing() {
        Set<String> shapes = drawn("BPMNShape");
        Set<String> edges = drawn("BPMNEdge");
        Set<String> known = new HashSet<>();
        List<Element> nodes = new ArrayList<>(model.flowNodes());
        nodes.addAll(model.named("scriptTask"));
        for (Element node : nodes) {
            known.add(id(node));
            if (!shapes.contains(id(node))) {
                problem(node, "no shape");
            }
        }
        for (Element flow : model.sequenceFlows()) {
            known.add(id(flow));
            if (!edges.contains(id(flow))) {
                problem(flow, "no edge");
            }
        }
        Models.elements(model.root(), Models.BPMN, "textAnnotation")
                .map(ModelStyle::id)
                .forEach(known::add);
        Models.elements(model.root(), Models.BPMN, "association")
                .map(ModelStyle::id)
                .forEach(known::add);
        shapes.addAll(edges);
        shapes.removeAll(known);
        shapes.forEach(stray -> problems.add(stray + ": drawn, but not in the model"));
    }

    private Set<String> drawn(String kind) {
        return Models.elements(model.root(), Models.BPMN_DI, kind)
                .map(element -> element.getAttribute("bpmnElement"))
                .collect(Collectors.toSet());
    }

    private void problem(Element element, String problem) {
        problems.add(id(element) + ": " + problem);
    }

    private static String id(Element element) {
        return element.getAttribute("id");
    }
}
