package portico.preset;

import java.util.List;
import java.util.OptionalInt;

/**
 * How a server is recognised in a command, and where the command says what. A name that begins with
 * a hyphen is a flag, any other an environment variable.
 *
 * @param programs beginnings of a command, such as {@code vllm serve}
 * @param images container images without their tags; a part of the path is enough
 * @param imagePort the port of the image, where that differs from the preset's
 * @param commandPort the port of the command outside of an image, where that differs
 * @param port what sets the port
 * @param grpc what sets the port for gRPC
 * @param grpcPort the port for gRPC when nothing sets it
 * @param host what sets the address to listen on
 * @param model what names the model
 * @param modelFirst whether the first argument that is no flag names the model
 * @param imageBinds whether the image makes the server listen on all addresses
 */
public record CommandForm(
    List<String> programs,
    List<String> images,
    OptionalInt imagePort,
    OptionalInt commandPort,
    List<String> port,
    List<String> grpc,
    OptionalInt grpcPort,
    List<String> host,
    List<String> model,
    boolean modelFirst,
    boolean imageBinds) {
  public CommandForm {
    programs = List.copyOf(programs);
    images = List.copyOf(images);
    port = List.copyOf(port);
    grpc = List.copyOf(grpc);
    host = List.copyOf(host);
    model = List.copyOf(model);
  }
}
