package io.hilum.gateway.policy.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.hilum.gateway.arrival.Network;
import io.hilum.gateway.policy.AccessPolicy;
import io.hilum.gateway.policy.AuthenticationRule;
import io.hilum.gateway.policy.Limits;
import io.hilum.gateway.policy.NamePattern;
import io.hilum.gateway.policy.PhiMode;
import io.hilum.gateway.policy.Role;
import io.hilum.trust.context.Authentication;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads names of models, roles and rules for identifiers out of a catalogue, in Hilum's
 * form or in LiteLLM's. Everything else in the file is routing-service's business and not
 * looked at.
 */
final class CatalogueReader {

	/** With those that routing-service reads. */
	private static final Set<String> ROLE_KEYS = Set.of("models", "phi", "networks", "mfa", "authentication",
			"features", "collections", "tools", "media", "provider-state", "limits", "administer", "transform");

	private static final Set<String> LIMIT_KEYS = Set.of("requests-per-minute", "concurrency", "tokens-per-minute");

	private CatalogueReader() {
	}

	/**
	 * Read a catalogue.
	 * @param file its content
	 * @param references what replaces references to the environment, such as
	 * <code>${NAME:default}</code>
	 * @return the policy
	 */
	static AccessPolicy read(byte[] file, UnaryOperator<String> references) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		Object content = new Yaml(new SafeConstructor(options)).load(new String(file, StandardCharsets.UTF_8));
		Map<?, ?> root = mapping(content, "the catalogue");
		List<String> models = new ArrayList<>();
		names(root.get("models"), "name", models);
		names(root.get("model_list"), "model_name", models);
		if (root.get("aliases") instanceof Map<?, ?> aliases) {
			aliases.keySet().forEach((alias) -> models.add(String.valueOf(alias)));
		}
		if (root.get("router_settings") instanceof Map<?, ?> settings
				&& settings.get("model_group_alias") instanceof Map<?, ?> aliases) {
			aliases.keySet().forEach((alias) -> models.add(String.valueOf(alias)));
		}
		if (models.isEmpty()) {
			throw new IllegalArgumentException("the catalogue names no model in 'models' or 'model_list'");
		}
		List<NamePattern> names = NamePattern.listOf(models.stream().map(references).toList());
		Map<String, Role> roles = roles(root.get("roles"));
		return new AccessPolicy(version(file), names, roles, PhiSection.read(root.get("phi")),
				authentications(root, references), new AgentSection(names, roles, references).read(root.get("agents")));
	}

	private static void names(@Nullable Object list, String field, List<String> names) {
		if (!(list instanceof List<?> entries)) {
			return;
		}
		for (Object entry : entries) {
			Map<?, ?> model = mapping(entry, "an entry of the models");
			if (!(model.get(field) instanceof String name)) {
				throw new IllegalArgumentException("a model of the catalogue has no " + field);
			}
			names.add(name);
			names.addAll(strings(model, "aliases"));
		}
	}

	private static List<AuthenticationRule> authentications(Map<?, ?> root, UnaryOperator<String> references) {
		List<AuthenticationRule> rules = new ArrayList<>();
		for (Object entry : (root.get("models") instanceof List<?> list) ? list : List.of()) {
			Map<?, ?> model = mapping(entry, "an entry of the models");
			Authentication required = RightsSection.authentication(model);
			if (!required.isAny()) {
				List<String> names = new ArrayList<>(List.of(String.valueOf(model.get("name"))));
				names.addAll(strings(model, "aliases"));
				names.forEach(
						(name) -> rules.add(new AuthenticationRule(new NamePattern(references.apply(name)), required)));
			}
		}
		if (root.get("aliases") instanceof Map<?, ?> aliases) {
			List<AuthenticationRule> named = List.copyOf(rules);
			aliases.forEach((alias, target) -> named.stream()
				.filter((rule) -> isOf(rule, references.apply(String.valueOf(target))))
				.forEach((rule) -> rules.add(new AuthenticationRule(
						new NamePattern(references.apply(String.valueOf(alias))), rule.authentication()))));
		}
		return rules;
	}

	/**
	 * An alias names a model, or those of its deployments that are of a date.
	 */
	private static boolean isOf(AuthenticationRule rule, String target) {
		int at = target.lastIndexOf('@');
		return rule.model().matches(target) || (at > 0 && rule.model().matches(target.substring(0, at)));
	}

	private static Map<String, Role> roles(@Nullable Object content) {
		Map<String, Role> roles = new LinkedHashMap<>();
		if (content == null) {
			AccessPolicy.DEFAULT_ROLES.forEach((role) -> roles.put(role.name(), role));
			return roles;
		}
		mapping(content, "'roles'").forEach((name, role) -> {
			String key = String.valueOf(name);
			roles.put(key, role(key, mapping(role, "role '" + key + "'")));
		});
		return roles;
	}

	private static Role role(String name, Map<?, ?> content) {
		if (!(content.get("phi") instanceof String phi)) {
			throw new IllegalArgumentException("role '" + name + "' does not say what is done to phi");
		}
		requireKnown(content, ROLE_KEYS, "role '" + name + "'");
		return new Role(name, NamePattern.listOf(strings(content, "models")), PhiMode.parse(phi),
				strings(content, "networks").stream().map(Network::parse).toList(),
				RightsSection.authentication(content), RightsSection.rights(content),
				"allow".equals(content.get("media")), "allow".equals(content.get("provider-state")),
				limits(content.get("limits")));
	}

	private static @Nullable Limits limits(@Nullable Object content) {
		if (content == null) {
			return null;
		}
		Map<?, ?> limits = mapping(content, "the limits of a role");
		requireKnown(limits, LIMIT_KEYS, "the limits of a role");
		return new Limits(number(limits, "requests-per-minute"), number(limits, "concurrency"),
				limits.containsKey("tokens-per-minute") ? number(limits, "tokens-per-minute") : 0);
	}

	private static int number(Map<?, ?> content, String name) {
		if (content.get(name) instanceof Integer number) {
			return number;
		}
		throw new IllegalArgumentException("the limits of a role need a number as " + name);
	}

	/**
	 * The texts of a list, none without it. What is there and is no list is refused: it
	 * would else be a condition that binds nobody.
	 */
	static List<String> strings(Map<?, ?> content, String key) {
		Object value = content.get(key);
		if (value == null) {
			return List.of();
		}
		if (value instanceof List<?> list) {
			return list.stream().map(String::valueOf).toList();
		}
		throw new IllegalArgumentException("'" + key + "' must be a list");
	}

	/**
	 * Refuses what is misspelt, for the same reason.
	 */
	static void requireKnown(Map<?, ?> content, Set<String> keys, String where) {
		for (Object key : content.keySet()) {
			if (!keys.contains(String.valueOf(key))) {
				throw new IllegalArgumentException("'" + key + "' is not known in " + where);
			}
		}
	}

	static Map<?, ?> mapping(@Nullable Object content, String what) {
		if (content instanceof Map<?, ?> map) {
			return map;
		}
		throw new IllegalArgumentException(what + " must be a mapping");
	}

	private static String version(byte[] file) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
			return "sha256:" + HexFormat.of().formatHex(digest, 0, 6);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-256 is part of every JDK", ex);
		}
	}

}
