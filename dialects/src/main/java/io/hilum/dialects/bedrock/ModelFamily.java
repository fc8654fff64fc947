package io.hilum.dialects.bedrock;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Who made a model, as far as Converse leaves fields to the makers. Read from the id of a
 * foundation model or of an inference profile; an ARN that names none is {@link #OTHER}.
 */
enum ModelFamily {

	/** Claude up to 4.5, which is told how many tokens it may think. */
	CLAUDE_WITH_BUDGET,

	/** Claude since 4.6, which is told how hard it should think. */
	CLAUDE_ADAPTIVE,

	/** Claude before 3.7, which does not think. */
	CLAUDE_WITHOUT_THINKING,

	/** Amazon Nova of the second generation, which can reason. */
	NOVA_2,

	/** Amazon Nova of the first generation. */
	NOVA,

	/** OpenAI's open weights. */
	GPT_OSS,

	/** Mistral's models. */
	MISTRAL,

	/** Cohere's Command models. */
	COHERE,

	/** All others. */
	OTHER;

	private static final Pattern VERSION = Pattern.compile("claude-(?:[a-z]+-)?(\\d{1,2})(?:-(\\d{1,2}))?(?!\\d)");

	private static final Pattern OLD = Pattern.compile("claude-(?:v\\d|instant)");

	static ModelFamily of(String model) {
		String id = model.toLowerCase(Locale.ROOT);
		if (id.contains("anthropic.claude")) {
			return claude(id);
		}
		if (id.contains("amazon.nova")) {
			return id.contains("amazon.nova-2") ? NOVA_2 : NOVA;
		}
		if (id.contains("openai.gpt-oss")) {
			return GPT_OSS;
		}
		if (id.contains("mistral.")) {
			return MISTRAL;
		}
		return id.contains("cohere.command") ? COHERE : OTHER;
	}

	private static ModelFamily claude(String id) {
		if (OLD.matcher(id).find()) {
			return CLAUDE_WITHOUT_THINKING;
		}
		Matcher version = VERSION.matcher(id);
		if (!version.find()) {
			return CLAUDE_ADAPTIVE;
		}
		int number = Integer.parseInt(version.group(1)) * 100 + minor(version.group(2));
		if (number < 307) {
			return CLAUDE_WITHOUT_THINKING;
		}
		return (number < 406) ? CLAUDE_WITH_BUDGET : CLAUDE_ADAPTIVE;
	}

	private static int minor(@Nullable String digits) {
		return (digits != null) ? Integer.parseInt(digits) : 0;
	}

	boolean isClaude() {
		return this == CLAUDE_WITH_BUDGET || this == CLAUDE_ADAPTIVE || this == CLAUDE_WITHOUT_THINKING;
	}

}
