package io.hilum.routing;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.hilum.architecture.HilumRules;

/**
 * The rules of {@link HilumRules} over this service, and its own.
 */
@AnalyzeClasses(packagesOf = RoutingArchitectureTests.class, importOptions = ImportOption.DoNotIncludeTests.class)
class RoutingArchitectureTests {

	@ArchTest
	static final ArchTests RULES = ArchTests.in(HilumRules.class);

	@ArchTest
	static final ArchRule TECHNOLOGY_STAYS_IN_ITS_ADAPTER = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("..kafka..", "..redis..", "..journal..", "..http..", "..provider.azure..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.kafka..", "org.springframework.data.redis..", "io.hilum.journal..",
				"io.netty..", "reactor.netty..")
		.because("a feature is read and tested without the technology that serves it");

	@ArchTest
	static final ArchRule PLANNING_IS_PURE = ArchRuleDefinition.noClasses()
		.that()
		.resideInAnyPackage("io.hilum.routing.plan", "io.hilum.routing.health", "io.hilum.routing.tokens",
				"io.hilum.routing.body", "io.hilum.routing.answer")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("reactor..", "org.springframework.web..", "org.springframework.context..")
		.because("what is decided is a value and not a signal");

	@ArchTest
	static final ArchRule ONLY_PROVIDERS_CALL_OUT = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackage("io.hilum.routing.provider..")
		.should()
		.dependOnClassesThat()
		.haveNameMatching("reactor\\.netty\\.http\\.client\\..*|.*WebClient|java\\.net\\.http\\..*")
		.because("promise 1: no request reaches a provider on another path");

}
