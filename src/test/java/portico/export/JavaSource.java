package portico.export;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles one class against the class path of the tests. */
final class JavaSource {
  private JavaSource() {}

  /** What the compiler says against it; empty when it compiles without a warning. */
  static List<String> errorsOf(String className, String source, Path folder) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    var file =
        new SimpleJavaFileObject(
            URI.create("string:///" + className.replace('.', '/') + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        List.of(
            "-proc:none",
            "-Xlint:unchecked,rawtypes,deprecation",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString());
    ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, found, options, null, List.of(file))
        .call();
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
        .map(each -> each.getLineNumber() + ": " + each.getMessage(Locale.ROOT))
        .toList();
  }
}
