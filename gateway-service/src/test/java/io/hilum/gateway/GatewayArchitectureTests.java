package io.hilum.gateway;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.hilum.architecture.HilumRules;
import io.hilum.gateway.problem.ProblemResponse;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.text.PhiText;

/**
 * The rules of {@link HilumRules} over this service, and those that its zone adds.
 */
@AnalyzeClasses(packagesOf = GatewayArchitectureTests.class, importOptions = ImportOption.DoNotIncludeTests.class)
class GatewayArchitectureTests {

	@ArchTest
	static final ArchTests RULES = ArchTests.in(HilumRules.class);

	@ArchTest
	static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = SlicesRuleDefinition.slices()
		.matching("io.hilum.gateway.(**)")
		.should()
		.beFreeOfCycles()
		.because("a package below a feature is read at a glance only if it can be read alone");

	@ArchTest
	static final ArchRule TEXT_IS_REVEALED_WHERE_IT_IS_THE_WORK = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("io.hilum.gateway.chat..", "io.hilum.gateway.patient..", "io.hilum.gateway.phi..",
				"io.hilum.gateway.knowledge.http")
		.should()
		.callMethod(PhiText.class, "reveal")
		.because("what does not work on text has no business with its content");

	@ArchTest
	static final ArchRule NOTHING_IS_EVALUATED = ArchRuleDefinition.noClasses()
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.expression..", "javax.script..")
		.because("data that is evaluated is code that a client may write (CVE-2025-41243)");

	@ArchTest
	static final ArchRule ADAPTERS_ARE_PRIVATE = ArchRuleDefinition.noClasses()
		.that()
		.resideInAnyPackage("..http", "..kafka", "..redis", "..jwt", "..graph", "..file")
		.should()
		.haveModifier(JavaModifier.PUBLIC)
		.because("a feature is used by its port, whatever technology is behind it");

	@ArchTest
	static final ArchRule CORES_KNOW_NO_TECHNOLOGY = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("..kafka", "..redis", "..http", "..jwt", "..upstream", "..edge")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.kafka..", "org.springframework.data.redis..", "io.netty..", "reactor.netty..",
				"com.nimbusds..", "org.springframework.cloud..")
		.allowEmptyShould(true)
		.because("a technology is known to its adapter only");

	@ArchTest
	static final ArchRule ONE_PLACE_MAPS_PROBLEMS = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("io.hilum.gateway.problem", "io.hilum.gateway.edge", "io.hilum.gateway.chat..",
				"io.hilum.gateway.identity.web")
		.should()
		.dependOnClassesThat()
		.areAssignableTo(ProblemResponse.class)
		.because("status and body of an error are decided once");

	@ArchTest
	static final ArchRule CONTEXTS_ARE_SIGNED_AT_THE_WAY_OUT = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("io.hilum.gateway.upstream", "io.hilum.gateway.edge")
		.should()
		.dependOnClassesThat()
		.areAssignableTo(ContextSigner.class)
		.because("who may sign may say who somebody is");

}
