package quiesce.format;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads JUnit's XML as a CI server does. */
public final class Junit {
  private Junit() {}

  /**
   * The document, if its schema allows it and its numbers are those of its elements.
   *
   * @throws AssertionError if not
   */
  public static Document read(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      Document document =
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(Junit.class.getResource("/schemas/junit.xsd"))
          .newValidator()
          .validate(new DOMSource(document));
      count(document.getDocumentElement());
      elements(document, "testsuite").forEach(Junit::count);
      return document;
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(e.getMessage() + "\n" + xml, e);
    }
  }

  /** The test case of a suite. */
  public static Element testCase(Document document, String suite, String name) {
    return elements(document, "testsuite").stream()
        .filter(s -> s.getAttribute("name").equals(suite))
        .flatMap(s -> elements(s.getElementsByTagName("testcase")).stream())
        .filter(c -> c.getAttribute("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What stands in a test case: the element that tells how it ended. */
  public static Element only(Element testCase) {
    List<Element> children = elements(testCase.getElementsByTagName("*"));
    if (children.size() != 1) {
      throw new AssertionError(children.size() + " elements in " + testCase.getAttribute("name"));
    }
    return children.get(0);
  }

  public static List<Element> elements(Document document, String name) {
    return elements(document.getElementsByTagName(name));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static void count(Element suite) {
    count(suite, "tests", "testcase");
    count(suite, "failures", "failure");
    count(suite, "errors", "error");
    if (suite.hasAttribute("skipped")) {
      count(suite, "skipped", "skipped");
    }
  }

  private static void count(Element suite, String attribute, String element) {
    int there = suite.getElementsByTagName(element).getLength();
    if (!suite.getAttribute(attribute).equals(Integer.toString(there))) {
      throw new AssertionError(attribute + "=" + suite.getAttribute(attribute) + ", not " + there);
    }
  }
}
