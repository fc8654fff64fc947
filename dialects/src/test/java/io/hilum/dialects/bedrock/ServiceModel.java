package io.hilum.dialects.bedrock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import tools.jackson.databind.JsonNode;

/**
 * AWS's service model, as its SDK for Java carries it: reads a body strictly, so that a
 * member that AWS does not know or one of another type is found. What the SDK does not
 * carry are the members that must be there and the values of enumerations.
 */
final class ServiceModel {

	/** Members that are younger than the newest SDK that can be had. */
	private static final Set<String> YOUNGER = Set.of("outputConfig.effort");

	private final List<String> faults = new ArrayList<>();

	private ServiceModel() {
	}

	static List<String> faultsOf(JsonNode body, boolean stream) {
		ServiceModel model = new ServiceModel();
		model.object(body, stream ? ConverseStreamRequest.builder() : ConverseRequest.builder(), "");
		return model.faults;
	}

	private void object(JsonNode node, Object builder, String path) {
		if (!node.isObject() || !(builder instanceof SdkPojo pojo)) {
			this.faults.add(path + " is no object");
			return;
		}
		Set<String> known = new HashSet<>();
		for (SdkField<?> field : pojo.sdkFields()) {
			String name = field.locationName();
			if (field.location() != MarshallLocation.PAYLOAD) {
				continue;
			}
			known.add(name);
			if (node.has(name)) {
				value(node.path(name), field, path.isEmpty() ? name : path + "." + name);
			}
		}
		for (String name : node.propertyNames()) {
			String full = path.isEmpty() ? name : path + "." + name;
			if (!known.contains(name) && !YOUNGER.contains(full)) {
				this.faults.add(full + " is not known");
			}
		}
	}

	private void value(JsonNode node, SdkField<?> field, String path) {
		boolean fits = switch (field.marshallingType().getTargetClass().getSimpleName()) {
			case "SdkPojo" -> {
				object(node, field.constructor().get(), path);
				yield true;
			}
			case "List" -> {
				node.forEach((item) -> value(item, field.getTrait(ListTrait.class).memberFieldInfo(), path));
				yield node.isArray();
			}
			case "Map" -> {
				for (Map.Entry<String, JsonNode> entry : node.properties()) {
					value(entry.getValue(), field.getTrait(MapTrait.class).valueFieldInfo(), path);
				}
				yield node.isObject();
			}
			case "String" -> node.isString();
			case "SdkBytes" -> node.isString() && isBase64(node);
			case "Integer", "Long" -> node.isIntegralNumber();
			case "Float", "Double" -> node.isNumber();
			case "Boolean" -> node.isBoolean();
			case "Document" -> true;
			default -> throw new IllegalStateException(path + " is a " + field.marshallingType().getTargetClass());
		};
		if (!fits) {
			this.faults.add(path + " is of another type");
		}
	}

	private static boolean isBase64(JsonNode node) {
		return node.asString().matches("[A-Za-z0-9+/]*={0,2}") && node.asString().length() % 4 == 0;
	}

}
