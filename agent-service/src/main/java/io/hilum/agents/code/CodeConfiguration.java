package io.hilum.agents.code;

import io.hilum.agents.tool.Tool;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the code sets and offers their tools.
 */
@Configuration(proxyBeanMethods = false)
class CodeConfiguration {

	@Bean
	CodeSets codeSets(CodeProperties properties) {
		return CodeSets.of(properties.directory());
	}

	@Bean
	Tool icd10cmLookup(CodeSets sets, CodeProperties properties) {
		return new CodeLookup(CodeSystem.ICD10CM, "lookup_icd10cm", sets, properties.limit());
	}

	@Bean
	Tool hcpcsLookup(CodeSets sets, CodeProperties properties) {
		return new CodeLookup(CodeSystem.HCPCS, "lookup_hcpcs", sets, properties.limit());
	}

	@Bean
	Tool ndcLookup(CodeSets sets, CodeProperties properties) {
		return new CodeLookup(CodeSystem.NDC, "lookup_ndc", sets, properties.limit());
	}

}
