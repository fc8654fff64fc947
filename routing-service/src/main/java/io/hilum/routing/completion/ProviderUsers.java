package io.hilum.routing.completion;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import io.hilum.routing.body.Endpoint;
import io.hilum.routing.catalogue.ProviderType;
import io.hilum.routing.transform.JsonMembers;
import io.hilum.trust.seal.Hmac;

/**
 * Tells providers who asks without telling them who it is: a keyed code of the subject,
 * the same for all its requests. What a client itself sends in its place never goes out.
 */
final class ProviderUsers {

	private static final String USER = "user";

	private static final String SAFETY = "safety_identifier";

	private static final int BYTES = 16;

	private final Hmac key;

	/**
	 * Create the codes.
	 * @param secret the key, the same in all replicas
	 */
	ProviderUsers(String secret) {
		this.key = new Hmac(("provider-user:" + secret).getBytes(StandardCharsets.UTF_8));
	}

	byte[] apply(byte[] body, Endpoint endpoint, ProviderType type, String subject) {
		boolean messages = endpoint == Endpoint.MESSAGES || endpoint == Endpoint.COUNT_TOKENS;
		JsonMembers members = JsonMembers.of(body);
		return (messages ? metadata(members, endpoint, subject) : user(members, endpoint, type, subject))
				? members.bytes() : body;
	}

	private boolean user(JsonMembers members, Endpoint endpoint, ProviderType type, String subject) {
		String code = JsonMembers.quote(code(subject));
		boolean modern = type == ProviderType.OPENAI
				&& (endpoint == Endpoint.CHAT_COMPLETIONS || endpoint == Endpoint.RESPONSES);
		boolean wanted = type == ProviderType.OPENAI || type == ProviderType.AZURE_OPENAI
				|| type == ProviderType.ANTHROPIC;
		boolean user = members.has(USER);
		boolean safety = members.has(SAFETY);
		if (user || (wanted && !modern && !safety)) {
			members.put(USER, code);
		}
		if (safety || modern) {
			members.put(SAFETY, code);
		}
		return user || safety || wanted;
	}

	private boolean metadata(JsonMembers members, Endpoint endpoint, String subject) {
		byte[] known = members.value("metadata");
		boolean object = known != null && known[0] == '{';
		if (endpoint == Endpoint.COUNT_TOKENS && !object) {
			return false;
		}
		JsonMembers metadata = JsonMembers.of((known != null && known[0] == '{') ? known : new byte[] { '{', '}' });
		metadata.put("user_id", JsonMembers.quote(code(subject)));
		members.put("metadata", metadata.bytes());
		return true;
	}

	/**
	 * The code of a subject.
	 * @param subject the subject
	 * @return the code
	 */
	String code(String subject) {
		byte[] code = this.key.code(subject.getBytes(StandardCharsets.UTF_8));
		return "hilum-" + HexFormat.of().formatHex(code, 0, BYTES);
	}

}
