package io.hilum.agents.record;

import io.hilum.agents.tool.Tool;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Offers a tool for each kind of entries.
 */
@Configuration(proxyBeanMethods = false)
class RecordConfiguration {

	@Bean
	Aliases recordAliases() {
		return new Aliases();
	}

	@Bean
	Tool patientTool(RecordReader reader, RecordProperties properties, Aliases aliases) {
		return new RecordTool(RecordKind.PATIENT, reader, properties, aliases);
	}

	@Bean
	Tool encounterTool(RecordReader reader, RecordProperties properties, Aliases aliases) {
		return new RecordTool(RecordKind.ENCOUNTER, reader, properties, aliases);
	}

	@Bean
	Tool conditionTool(RecordReader reader, RecordProperties properties, Aliases aliases) {
		return new RecordTool(RecordKind.CONDITION, reader, properties, aliases);
	}

	@Bean
	Tool observationTool(RecordReader reader, RecordProperties properties, Aliases aliases) {
		return new RecordTool(RecordKind.OBSERVATION, reader, properties, aliases);
	}

	@Bean
	Tool medicationRequestTool(RecordReader reader, RecordProperties properties, Aliases aliases) {
		return new RecordTool(RecordKind.MEDICATION_REQUEST, reader, properties, aliases);
	}

	@Bean
	Tool claimTool(RecordReader reader, RecordProperties properties, Aliases aliases) {
		return new RecordTool(RecordKind.CLAIM, reader, properties, aliases);
	}

}
