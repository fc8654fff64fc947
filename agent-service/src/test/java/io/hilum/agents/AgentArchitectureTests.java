package io.hilum.agents;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.hilum.architecture.HilumRules;
import io.hilum.trust.text.PhiText;

/**
 * The rules of {@link HilumRules} over this service, and its own.
 */
@AnalyzeClasses(packagesOf = AgentArchitectureTests.class, importOptions = ImportOption.DoNotIncludeTests.class)
class AgentArchitectureTests {

	@ArchTest
	static final ArchTests RULES = ArchTests.in(HilumRules.class);

	@ArchTest
	static final ArchRule TEXT_IS_REVEALED_ONLY_WHERE_IT_IS_WORKED_ON = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("..agent..", "..evidence..", "..run..", "..record..", "..remote..")
		.and()
		.doNotHaveSimpleName("RecordAccess")
		.should()
		.callMethod(PhiText.class, "reveal")
		.because("whoever does not show a model, compare, or answer with a text has no use for it");

	@ArchTest
	static final ArchRule ADAPTERS_ARE_HIDDEN = ArchRuleDefinition.classes()
		.that()
		.resideInAnyPackage("..http..", "..web..", "..fhir..", "..mcp..")
		.should()
		.bePackagePrivate()
		.because("only the port of a feature is for others");

	@ArchTest
	static final ArchRule ONLY_THE_GATEWAY_THE_RECORD_AND_MCP_SERVERS_ARE_ASKED = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("..mandate..", "..record.fhir..", "..remote.mcp..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.web.reactive.function.client..", "reactor.netty..", "java.net.http..",
				"org.apache.http..", "ca.uhn..")
		.because("what an agent asks of anybody but the record system and configured servers goes by the gateway");

}
