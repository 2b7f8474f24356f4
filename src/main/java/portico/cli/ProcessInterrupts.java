package portico.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * SIGINT of this process, through {@code sun.misc.Signal}: a shutdown hook cannot tell a second
 * press from the first. By reflection, because the compiler warns of that class and cannot be told
 * not to. Where the class is missing, Ctrl+C ends the process as ever; operations go on in their
 * workers.
 */
public final class ProcessInterrupts implements Interrupts {
  @Override
  public Registration onInterrupt(Runnable action) {
    try {
      Class<?> signalClass = Class.forName("sun.misc.Signal");
      Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
      Method handle = signalClass.getMethod("handle", signalClass, handlerClass);
      Object signal = signalClass.getConstructor(String.class).newInstance("INT");
      Object handler =
          Proxy.newProxyInstance(
              ProcessInterrupts.class.getClassLoader(),
              new Class<?>[] {handlerClass},
              (proxy, method, arguments) -> answer(action, proxy, method, arguments));
      Object before = handle.invoke(null, signal, handler);
      return () -> restore(handle, signal, before);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return () -> {};
    }
  }

  /** Calling equals on a proxy would come here again, hence the identity. */
  @SuppressWarnings("ReferenceEquality")
  private static @Nullable Object answer(
      Runnable action, Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "handle" -> {
        action.run();
        yield null;
      }
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "SIGINT";
    };
  }

  private static void restore(Method handle, Object signal, Object before) {
    try {
      handle.invoke(null, signal, before);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("SIGINT cannot be given back", e);
    }
  }
}
