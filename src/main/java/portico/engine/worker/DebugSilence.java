package portico.engine.worker;

import com.google.protobuf.Empty;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;
import pulumirpc.EngineOuterClass.LogRequest;
import pulumirpc.EngineOuterClass.LogSeverity;

/**
 * Keeps the debugging messages of com.pulumi:pulumi from the engine. It sends several for each
 * resource, with all inputs, and the engine writes them to its event file whether asked to or not:
 * secrets in clear text, and most of the file.
 */
final class DebugSilence implements ClientInterceptor {
  private static final String LOG = "pulumirpc.Engine/Log";

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    ClientCall<Q, A> call = next.newCall(method, options);
    return method.getFullMethodName().equals(LOG) ? new LogCall<>(call, method) : call;
  }

  /** Begins the real call with its message, or, for a debugging message, answers it here. */
  private static final class LogCall<Q, A> extends ClientCall<Q, A> {
    private final ClientCall<Q, A> call;
    private final MethodDescriptor<Q, A> method;
    private ClientCall.@Nullable Listener<A> listener;
    private @Nullable Metadata headers;
    private int requested;
    private boolean begun;

    LogCall(ClientCall<Q, A> call, MethodDescriptor<Q, A> method) {
      this.call = call;
      this.method = method;
    }

    @Override
    public void start(ClientCall.Listener<A> answers, Metadata metadata) {
      listener = answers;
      headers = metadata;
    }

    @Override
    public void request(int messages) {
      if (begun) {
        call.request(messages);
      } else {
        requested += messages;
      }
    }

    @Override
    public void sendMessage(Q message) {
      if (isDebug(message)) {
        return;
      }
      begun = true;
      if (listener != null && headers != null) {
        call.start(listener, headers);
      }
      call.request(requested);
      call.sendMessage(message);
    }

    private static boolean isDebug(Object message) {
      return message instanceof LogRequest request && request.getSeverity() == LogSeverity.DEBUG;
    }

    @Override
    public void halfClose() {
      if (begun) {
        call.halfClose();
      } else if (listener != null) {
        listener.onHeaders(new Metadata());
        listener.onMessage(
            method.parseResponse(Empty.getDefaultInstance().toByteString().newInput()));
        listener.onClose(Status.OK, new Metadata());
      }
    }

    @Override
    public void cancel(@Nullable String message, @Nullable Throwable cause) {
      if (begun) {
        call.cancel(message, cause);
      }
    }
  }
}
