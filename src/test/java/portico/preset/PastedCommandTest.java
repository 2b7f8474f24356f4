package portico.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import portico.preset.Remark.Trouble;

/** Lines as the servers' own documentation has them. */
class PastedCommandTest {
  private static final Presets PRESETS = Presets.load();

  private static PastedCommand read(String text) {
    return PastedCommand.read(text, PRESETS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          vllm       | 8000  | vllm serve Qwen/Qwen2.5-1.5B-Instruct
          vllm       | 8001  | vllm serve NousResearch/Meta-Llama-3-8B-Instruct --dtype auto --port 8001 --host 0.0.0.0
          vllm       | 8000  | python -m vllm.entrypoints.openai.api_server --model facebook/opt-125m
          vllm       | 9000  | python3 -u -m vllm.entrypoints.openai.api_server --model x --port=9000
          vllm       | 8000  | docker run --runtime nvidia --gpus all -v ~/.cache/huggingface:/root/.cache/huggingface --env "HF_TOKEN=$HF_TOKEN" -p 8000:8000 --ipc=host vllm/vllm-openai:latest --model Qwen/Qwen3-0.6B
          vllm       | 9000  | docker run -p 9000:8000 vllm/vllm-openai --model x
          vllm       | 9000  | sudo docker run -d --gpus all -p 9000:8001 vllm/vllm-openai:v0.9.1 --model x --port 8001
          vllm       | 8001  | docker run --network host vllm/vllm-openai --model x --port 8001
          vllm       | 8000  | podman run --rm --device nvidia.com/gpu=all -p 8000:8000 docker.io/vllm/vllm-openai --model x
          vllm       | 8080  | docker run -itp8080:8000 vllm/vllm-openai --model x
          vllm       | 8000  | uv run vllm serve x
          vllm       | 8000  | CUDA_VISIBLE_DEVICES=0,1 nohup /opt/venv/bin/vllm serve x --tensor-parallel-size 2 &
          vllm       | 8000  | docker run -p 8000:8000 --entrypoint bash my/image -c "pip install x && vllm serve y"
          sglang     | 30000 | python3 -m sglang.launch_server --model-path meta-llama/Llama-3.1-8B-Instruct --host 0.0.0.0
          sglang     | 31000 | docker run --gpus all --shm-size 32g -p 31000:30000 --ipc=host lmsysorg/sglang:latest python3 -m sglang.launch_server --model-path x --host 0.0.0.0 --port 30000
          tgi        | 8080  | docker run --gpus all --shm-size 1g -p 8080:80 -v $PWD/data:/data ghcr.io/huggingface/text-generation-inference:3.3.5 --model-id HuggingFaceH4/zephyr-7b-beta
          tgi        | 8080  | text-generation-launcher --model-id x --port 8080
          tgi        | 3000  | text-generation-launcher --model-id x
          tgi        | 8080  | docker run -e PORT=3000 -p 8080:3000 ghcr.io/huggingface/text-generation-inference:2.0 --model-id x
          ollama     | 11434 | OLLAMA_HOST=0.0.0.0 ollama serve
          ollama     | 11500 | OLLAMA_HOST=0.0.0.0:11500 ollama serve
          ollama     | 11434 | docker run -d --gpus=all -v ollama:/root/.ollama -p 11434:11434 --name ollama ollama/ollama
          llamacpp   | 8080  | llama-server -m model.gguf --port 8080 --host 0.0.0.0
          llamacpp   | 8080  | ./build/bin/llama-server -hf ggml-org/gemma-3-1b-it-GGUF
          llamacpp   | 8000  | docker run -p 8000:8080 -v /models:/models ghcr.io/ggml-org/llama.cpp:server-cuda -m /models/m.gguf -c 512 --host 0.0.0.0 --port 8080
          triton     | 8000  | tritonserver --model-repository=/models
          triton     | 8000  | docker run --gpus=1 --rm --net=host -v ${PWD}/model_repository:/models nvcr.io/nvidia/tritonserver:25.01-py3 tritonserver --model-repository=/models
          triton     | 9000  | docker run --rm -p9000:8000 -p8001:8001 -p8002:8002 nvcr.io/nvidia/tritonserver:25.01-py3 tritonserver --model-repository=/models
          litellm    | 4000  | litellm --model huggingface/bigcode/starcoder
          litellm    | 8000  | litellm --config config.yaml --port 8000
          litellm    | 4000  | docker run -v $(pwd)/c.yaml:/app/config.yaml -e AZURE_API_KEY=d6 -p 4000:4000 ghcr.io/berriai/litellm:main-latest --config /app/config.yaml --detailed_debug
          bentoml    | 3000  | bentoml serve
          bentoml    | 4000  | bentoml serve service:Summarization -p 4000
          bentoml    | 3000  | docker run --rm -p 3000:3000 summarization:x bentoml serve
          torchserve | 8080  | torchserve --start --ncs --model-store model_store --models densenet161.mar
          torchserve | 8080  | docker run --rm -it -p 8080:8080 -p 8082:8082 pytorch/torchserve:latest
          tfserving  | 8501  | tensorflow_model_server --rest_api_port=8501 --model_name=half_plus_two --model_base_path=/models/h
          tfserving  | 8501  | docker run -t --rm -p 8501:8501 -v "$TESTDATA/saved_model:/models/h" -e MODEL_NAME=half_plus_two tensorflow/serving
          rayserve   | 8000  | serve run config.yaml
          rayserve   | 8100  | serve start --http-host 0.0.0.0 --http-port 8100
          comfyui    | 8188  | python main.py --listen
          comfyui    | 8190  | python3 main.py --listen 0.0.0.0 --port 8190
          comfyui    | 8188  | docker run -p 8188:8188 yanwk/comfyui-boot:cu124-slim
          nim        | 8000  | docker run -it --rm --gpus all --shm-size=16GB -e NGC_API_KEY -v "$LOCAL_NIM_CACHE:/opt/nim/.cache" -u $(id -u) -p 8000:8000 nvcr.io/nim/meta/llama3-8b-instruct:1.0.0
          nim        | 8000  | docker run -e NIM_SERVER_PORT=9000 -p 8000:9000 nvcr.io/nim/meta/llama3-8b-instruct
          """)
  void server_and_port_are_recognised(String server, int port, String command) {
    PastedCommand read = read(command);

    assertThat(read.preset().map(Preset::id)).contains(server);
    assertThat(read.port()).hasValue(port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          BOUND_TO_LOOPBACK     | vllm serve x --host 127.0.0.1
          BOUND_TO_LOOPBACK     | vllm serve x --host localhost
          BOUND_TO_LOOPBACK     | ollama serve
          BOUND_TO_LOOPBACK     | OLLAMA_HOST=127.0.0.1:11434 ollama serve
          BOUND_TO_LOOPBACK     | llama-server -m model.gguf --port 8080
          BOUND_TO_LOOPBACK     | python -m sglang.launch_server --model-path x
          BOUND_TO_LOOPBACK     | python main.py --port 8188
          BOUND_TO_LOOPBACK     | docker run -p 30000:30000 lmsysorg/sglang python3 -m sglang.launch_server --model-path x
          PUBLISHED_ON_LOOPBACK | docker run -p 127.0.0.1:8000:8000 vllm/vllm-openai --model x
          NOT_PUBLISHED         | docker run vllm/vllm-openai --model x
          NOT_PUBLISHED         | docker run -p 8000:8000 vllm/vllm-openai --model x --port 8001
          PORT_BY_CHANCE        | docker run -P vllm/vllm-openai --model x
          PORT_BY_CHANCE        | docker run -p 8000 vllm/vllm-openai --model x
          MANAGEMENT_PORT       | docker run -p 8080:8080 -p 8081:8081 pytorch/torchserve
          NO_NUMBER             | vllm serve x --port http
          NO_NUMBER             | vllm serve x --port 70000
          VARIABLE              | vllm serve x --port $PORT
          QUOTE_OPEN            | vllm serve "x --port 8000
          SERVER_UNKNOWN        | python serve_my_model.py --port 5000
          SERVER_UNKNOWN        | docker run -p 80:5000 registry.example.com/team/model:7
          """)
  void what_will_not_work_is_a_warning(Trouble trouble, String command) {
    assertThat(read(command).warnings())
        .extracting(Remark.Warning::trouble)
        .containsExactly(trouble);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vllm serve x --host 0.0.0.0",
        "docker run -p 11434:11434 ollama/ollama",
        "docker run -p 8080:8080 ghcr.io/ggml-org/llama.cpp:server -m m.gguf",
        "docker run -p 0.0.0.0:8000:8000/tcp vllm/vllm-openai --model x",
        "docker run -p [::]:8000:8000 vllm/vllm-openai --model x",
        "llama-server --host 10.0.0.5"
      })
  void a_server_that_can_be_reached_gets_no_warning(String command) {
    assertThat(read(command).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VLLM_HTTP_TIMEOUT_KEEP_ALIVE=610 vllm serve x | 610 | -1
          docker run -e VLLM_HTTP_TIMEOUT_KEEP_ALIVE=75 -p 8000:8000 vllm/vllm-openai --model x | 75 | -1
          litellm --config c.yaml --keepalive_timeout 75 | 75 | -1
          KEEPALIVE_TIMEOUT=80 litellm | 80 | -1
          bentoml serve --timeout-keep-alive 180 | 180 | -1
          tensorflow_model_server --rest_api_port=8501 --rest_api_timeout_in_ms=90000 | -1 | 90
          llama-server --host 0.0.0.0 --timeout 900 | -1 | 900
          vllm serve x | -1 | -1
          """)
  void the_timeouts_that_a_command_sets_are_read_in_seconds(
      String command, int keepAlive, int limit) {
    PastedCommand read = read(command);

    assertThat(read.keepAliveSeconds().orElse(-1)).isEqualTo(keepAlive);
    assertThat(read.requestLimitSeconds().orElse(-1)).isEqualTo(limit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          vllm serve Qwen/Qwen3-8B --port 8000 | Qwen/Qwen3-8B
          python -m vllm.entrypoints.openai.api_server --model facebook/opt-125m | facebook/opt-125m
          docker run -p 8000:8000 vllm/vllm-openai Qwen/Qwen3-8B --dtype half | Qwen/Qwen3-8B
          docker run -p 80:80 ghcr.io/huggingface/text-generation-inference --model-id=a/b | a/b
          docker run -e MODEL_NAME=resnet -p 8501:8501 tensorflow/serving | resnet
          llama-server -hf ggml-org/gemma-3-1b-it-GGUF --host :: | ggml-org/gemma-3-1b-it-GGUF
          vllm serve --port 8000 | ''
          """)
  void the_model_is_named(String command, String model) {
    assertThat(read(command).model()).isEqualTo(model);
  }

  @Test
  void continued_lines_comments_and_prompts_are_read_as_a_shell_does() {
    PastedCommand read =
        read(
            """
            # starts the server
            $ export VLLM_HTTP_TIMEOUT_KEEP_ALIVE=610
            $ sudo -E docker run \\
                --gpus all \\\s
                -p 9000:8000 \\
                'vllm/vllm-openai:latest' \\
                --model "Qwen/Qwen3 8B"   # a comment
            """);

    assertThat(read.port()).hasValue(9000);
    assertThat(read.model()).isEqualTo("Qwen/Qwen3 8B");
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void of_several_commands_the_first_that_starts_a_known_server_counts() {
    PastedCommand read =
        read("docker pull ollama/ollama && cd /srv; vllm serve x --port 8005 | tee log");

    assertThat(read.preset().map(Preset::id)).contains("vllm");
    assertThat(read.port()).hasValue(8005);
  }

  @Test
  void exported_variables_reach_the_command_after_them() {
    assertThat(read("export OLLAMA_HOST=0.0.0.0:8080\nollama serve").port()).hasValue(8080);
    assertThat(read("Environment=\"OLLAMA_HOST=0.0.0.0\"\nollama serve").warnings()).isEmpty();
  }

  @Test
  void the_ports_for_grpc_are_told() {
    assertThat(
            facts(
                read(
                    "docker run -p 8000:8000 -p 9001:8001 nvcr.io/nvidia/tritonserver tritonserver"
                        + " --model-repository=/m")))
        .contains("GRPC_PORT 9001 by -p 9001:8001");
    assertThat(facts(read("tensorflow_model_server --port=8500 --rest_api_port=8501")))
        .contains("GRPC_PORT 8500 by --port=8500");
  }

  @Test
  void each_fact_says_what_it_was_read_from() {
    assertThat(facts(read("sudo docker run -p 9000:8000 vllm/vllm-openai:v1 --model a/b")))
        .containsExactly(
            "SERVER vLLM by vllm/vllm-openai:v1",
            "PORT 9000 by -p 9000:8000",
            "MODEL a/b by --model a/b");
  }

  @Test
  void an_unknown_server_still_tells_its_port() {
    assertThat(read("docker run -p 8500:5000 registry.example.com/model").port()).hasValue(8500);
    assertThat(read("python app.py --port 5000").port()).hasValue(5000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   \n ",
        "# only a comment",
        "docker",
        "docker run",
        "docker run -p",
        "\\",
        "'",
        "&&|;",
        "sudo",
        "A=1"
      })
  void nothing_useful_is_no_failure(String text) {
    PastedCommand read = read(text);

    assertThat(read.preset()).isEmpty();
    assertThat(read.port()).isEqualTo(OptionalInt.empty());
  }

  @Test
  void quotes_and_backslashes_are_taken_away() {
    assertThat(ShellWords.split("a 'b c' \"d \\\"e\\\" $F\" g\\ h ''").commands())
        .containsExactly(List.of("a", "b c", "d \"e\" $F", "g h", ""));
  }

  private static List<String> facts(PastedCommand read) {
    return read.remarks().stream()
        .filter(Remark.Found.class::isInstance)
        .map(Remark.Found.class::cast)
        .map(each -> each.fact() + " " + each.value() + " by " + each.from())
        .collect(Collectors.toList());
  }
}
