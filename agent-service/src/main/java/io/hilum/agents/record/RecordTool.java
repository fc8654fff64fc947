package io.hilum.agents.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.hilum.agents.evidence.Source;
import io.hilum.agents.mandate.RecordAccess;
import io.hilum.agents.record.RecordReader.Entry;
import io.hilum.agents.record.RecordReader.Found;
import io.hilum.agents.tool.Tool;
import io.hilum.agents.tool.ToolDefinition;
import io.hilum.agents.tool.ToolRefusal;
import io.hilum.agents.tool.ToolResult;
import io.hilum.agents.tool.ToolUse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one kind of entries of the record of the run's patient. A model cannot name a
 * patient: who it is was settled before the run began. Each entry is a source that may be
 * cited.
 */
final class RecordTool implements Tool {

	private final RecordKind kind;

	private final RecordReader reader;

	private final RecordProperties properties;

	private final Aliases aliases;

	private final ToolDefinition definition;

	RecordTool(RecordKind kind, RecordReader reader, RecordProperties properties, Aliases aliases) {
		this.kind = kind;
		this.reader = reader;
		this.properties = properties;
		this.aliases = aliases;
		this.definition = ToolDefinition.reading(kind.tool(), kind.description(),
				RecordParameters.of(kind, properties.entries()));
	}

	@Override
	public ToolDefinition definition() {
		return this.definition;
	}

	@Override
	public boolean isFor(ToolUse use) {
		return this.reader.isConnected() && use.record() != null
				&& this.properties.lets(use.mandate().context().roles(), this.kind);
	}

	@Override
	public Mono<ToolResult> call(JsonNode arguments, ToolUse use) {
		RecordAccess access = use.record();
		if (access == null) {
			throw new ToolRefusal("record_not_opened", "The user opened no record (hilum.record of the request)");
		}
		return this.reader.read(query(arguments), access).map((found) -> result(found, use.mandate().run()));
	}

	private RecordQuery query(JsonNode arguments) {
		int asked = arguments.path("limit").asInt(this.properties.entries());
		return new RecordQuery(this.kind, Math.min(asked, this.properties.entries()), day(arguments, "since"),
				day(arguments, "until"), arguments.path("category").asStringOpt().orElse(null));
	}

	private static @Nullable LocalDate day(JsonNode arguments, String name) {
		try {
			return arguments.has(name) ? LocalDate.parse(arguments.path(name).asString("")) : null;
		}
		catch (DateTimeException ex) {
			throw new ToolRefusal("arguments_invalid", name + " must be a day such as 2026-01-31");
		}
	}

	private ToolResult result(Found found, String run) {
		ObjectNode shown = JsonMapper.shared().createObjectNode();
		ArrayNode entries = shown.putArray("entries");
		List<Source> sources = new ArrayList<>();
		int left = this.properties.characters();
		for (Entry entry : found.entries()) {
			left -= entry.text().length();
			if (left < 0) {
				break;
			}
			String alias = this.aliases.of(run, this.kind, entry.id());
			entries.addObject().put("id", alias).put("text", entry.text().reveal());
			sources.add(new Source(alias, entry.title(), entry.text()));
		}
		shown.put("more", found.more() || sources.size() < found.entries().size());
		shown.put("left_out", found.leftOut());
		return new ToolResult(shown, sources, found.identities());
	}

}
