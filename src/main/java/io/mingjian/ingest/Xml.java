package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// XML of strangers: no document type, hence no entities, no external files; names are local names, since the same
/// document comes in transitional and in strict namespaces.
final class Xml {
    private Xml() {}

    /// @throws MingjianException where elements are nested deeper than is accepted: a walk over them calls
    ///                           itself once a level
    static Element parse(InputStream in, Limits limits) throws IOException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(Quiet.INSTANCE);
            Element root = builder.parse(in).getDocumentElement();
            checkDepth(root, limits.shape().nesting());
            return root;
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("not well-formed XML: " + e.getMessage(), e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // The parser does not call itself, and refuses without naming a limit of ours.
        factory.setAttribute("jdk.xml.maxElementDepth", "0");
        return factory;
    }

    private static void checkDepth(Element root, int most) {
        int depth = 0;
        Node node = root;
        while (node != null) {
            Node next = node.getFirstChild();
            depth += next == null ? 0 : 1;
            if (depth > most) {
                throw MingjianException.limit(ProblemCode.BROKEN_DOCUMENT, "mingjian.limits.nesting", most);
            }
            while (next == null && node != null && !node.isSameNode(root)) {
                next = node.getNextSibling();
                if (next == null) {
                    node = node.getParentNode();
                    depth--;
                }
            }
            node = next;
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name(element).equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    /// The first child of a name, or null; a null parent has none.
    static @Nullable Element child(@Nullable Element parent, String name) {
        if (parent == null) {
            return null;
        }
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name(element).equals(name)) {
                return element;
            }
        }
        return null;
    }

    /// All elements of a name below, in document order, without looking into the found ones.
    static List<Element> below(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        collect(parent, name, found);
        return found;
    }

    private static void collect(Element parent, String name, List<Element> found) {
        for (Element child : children(parent)) {
            if (name(child).equals(name)) {
                found.add(child);
            } else {
                collect(child, name, found);
            }
        }
    }

    static String name(Element element) {
        String local = element.getLocalName();
        return local == null ? element.getTagName() : local;
    }

    /// The value of the attribute with a local name; empty where there is none.
    static String attribute(@Nullable Element element, String name) {
        if (element == null) {
            return "";
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            String local = attribute.getLocalName();
            if (name.equals(local == null ? attribute.getNodeName() : local)) {
                return attribute.getNodeValue();
            }
        }
        return "";
    }

    /// The attribute as a whole number, or a default where it is none.
    static int number(@Nullable Element element, String name, int otherwise) {
        try {
            return Integer.parseInt(attribute(element, name).strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private enum Quiet implements ErrorHandler {
        INSTANCE;

        @Override
        public void warning(SAXParseException exception) {}

        @Override
        public void error(SAXParseException exception) {}

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
