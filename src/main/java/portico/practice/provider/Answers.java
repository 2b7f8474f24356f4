package portico.practice.provider;

import com.google.protobuf.Any;
import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.function.Supplier;
import pulumirpc.Provider.ErrorResourceInitFailed;

/** Sends answers, and failures in the form that the engine understands. */
final class Answers {
  private static final System.Logger LOG = System.getLogger(Answers.class.getName());

  private Answers() {}

  static <T> void answer(StreamObserver<T> observer, Supplier<T> work) {
    T answer;
    try {
      answer = work.get();
    } catch (StatusRuntimeException e) {
      observer.onError(e);
      return;
    } catch (CallFailed e) {
      // UNKNOWN tells the engine that it is open what happened.
      fail(observer, e.refused() ? Status.FAILED_PRECONDITION : Status.UNKNOWN, e);
      return;
    } catch (Refusal e) {
      fail(observer, status(e.why()), e);
      return;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "a fault of Portico's own provider", e);
      fail(observer, Status.INTERNAL, e);
      return;
    }
    observer.onNext(answer);
    observer.onCompleted();
  }

  static <T> void unsupported(StreamObserver<T> observer, String what) {
    observer.onError(
        Status.UNIMPLEMENTED
            .withDescription("Portico's own provider for aws does not have " + what)
            .asRuntimeException());
  }

  /** The result, if it has no problems. */
  static ResourceWork.Result sound(ResourceWork.Result result) {
    return sound(result, Struct.getDefaultInstance());
  }

  /**
   * The result, if it has no problems; else an error that carries id, state and inputs, so that the
   * engine keeps the resource.
   */
  static ResourceWork.Result sound(ResourceWork.Result result, Struct inputs) {
    if (result.problems().isEmpty()) {
      return result;
    }
    ErrorResourceInitFailed detail =
        ErrorResourceInitFailed.newBuilder()
            .setId(result.id())
            .setProperties(Wire.encode(result.state()))
            .setInputs(inputs)
            .addAllReasons(result.problems())
            .build();
    throw StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(Status.Code.UNKNOWN.value())
            .setMessage("resource is not ready: " + String.join("; ", result.problems()))
            .addDetails(Any.pack(detail))
            .build());
  }

  private static void fail(StreamObserver<?> observer, Status status, RuntimeException e) {
    observer.onError(
        status
            .withDescription(Optional.ofNullable(e.getMessage()).orElse(e.toString()))
            .asRuntimeException());
  }

  private static Status status(Refusal.Why why) {
    return switch (why) {
      case CONFLICT -> Status.ALREADY_EXISTS;
      case TIMEOUT -> Status.DEADLINE_EXCEEDED;
      case CANCELLED -> Status.CANCELLED;
      case UNSUPPORTED -> Status.UNIMPLEMENTED;
      case FAILED -> Status.FAILED_PRECONDITION;
    };
  }
}
