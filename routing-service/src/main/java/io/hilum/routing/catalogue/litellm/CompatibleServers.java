package io.hilum.routing.catalogue.litellm;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The prefixes of LiteLLM behind which is a server of OpenAI's dialect, with what LiteLLM
 * takes for granted about each.
 */
final class CompatibleServers {

	private static final Map<String, Server> SERVERS = Map.ofEntries(
			Map.entry("groq", hosted("https://api.groq.com/openai/v1", "GROQ")),
			Map.entry("mistral", hosted("https://api.mistral.ai/v1", "MISTRAL")),
			Map.entry("together_ai", hosted("https://api.together.xyz/v1", "TOGETHERAI", "TOGETHER_AI", "TOGETHER")),
			Map.entry("openrouter", hosted("https://openrouter.ai/api/v1", "OPENROUTER")),
			Map.entry("deepseek", hosted("https://api.deepseek.com/v1", "DEEPSEEK")),
			Map.entry("xai", hosted("https://api.x.ai/v1", "XAI")),
			Map.entry("perplexity", hosted("https://api.perplexity.ai", "PERPLEXITYAI", "PERPLEXITY")),
			Map.entry("fireworks_ai", hosted("https://api.fireworks.ai/inference/v1", "FIREWORKS_AI", "FIREWORKS")),
			Map.entry("deepinfra", hosted("https://api.deepinfra.com/v1/openai", "DEEPINFRA")),
			Map.entry("cerebras", hosted("https://api.cerebras.ai/v1", "CEREBRAS")),
			Map.entry("nvidia_nim", hosted("https://integrate.api.nvidia.com/v1", "NVIDIA_NIM")),
			Map.entry("sambanova", hosted("https://api.sambanova.ai/v1", "SAMBANOVA")),
			Map.entry("moonshot", hosted("https://api.moonshot.ai/v1", "MOONSHOT")),
			Map.entry("dashscope", hosted("https://dashscope-intl.aliyuncs.com/compatible-mode/v1", "DASHSCOPE")),
			Map.entry("huggingface", hosted("https://router.huggingface.co/v1", "HUGGINGFACE", "HF")),
			Map.entry("hosted_vllm", own("HOSTED_VLLM")), Map.entry("vllm", own("VLLM")),
			Map.entry("openai_like", own("OPENAI_LIKE")), Map.entry("custom_openai", own("CUSTOM_OPENAI")),
			Map.entry("text-completion-openai", own("OPENAI")), Map.entry("lm_studio", own("LM_STUDIO")),
			Map.entry("llamafile", own("LLAMAFILE")), Map.entry("litellm_proxy", own("LITELLM_PROXY")),
			Map.entry("databricks", own("DATABRICKS")), Map.entry("ollama", local("OLLAMA")),
			Map.entry("ollama_chat", local("OLLAMA")));

	private CompatibleServers() {
	}

	static Optional<Server> of(String prefix) {
		return Optional.ofNullable(SERVERS.get(prefix));
	}

	private static Server hosted(String base, String... names) {
		return new Server(base, List.of(names), true, false);
	}

	private static Server own(String name) {
		return new Server(null, List.of(name), false, false);
	}

	private static Server local(String name) {
		return new Server("http://localhost:11434", List.of(name), false, true);
	}

	/**
	 * A server of OpenAI's dialect.
	 *
	 * @param base its root, if there is one for everybody
	 * @param names how the variables of its key and its root begin
	 * @param needsKey whether it answers nobody without a key
	 * @param belowV1 whether the dialect is at {@code /v1} below the root that is written
	 */
	record Server(@Nullable String base, List<String> names, boolean needsKey, boolean belowV1) {

		List<String> keyVariables() {
			return this.names.stream().flatMap((name) -> List.of(name + "_API_KEY", name + "_TOKEN").stream()).toList();
		}

		List<String> baseVariables() {
			return this.names.stream().map((name) -> name + "_API_BASE").toList();
		}

		String root(String written) {
			String root = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
			return (this.belowV1 && !root.endsWith("/v1")) ? root + "/v1" : written;
		}

	}

}
