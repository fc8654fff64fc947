package io.hilum.phi;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.hilum.architecture.HilumRules;

/**
 * The rules of {@link HilumRules} over this module, and its own.
 */
@AnalyzeClasses(packagesOf = PhiScrubberArchitectureTests.class, importOptions = ImportOption.DoNotIncludeTests.class)
class PhiScrubberArchitectureTests {

	@ArchTest
	static final ArchTests RULES = ArchTests.in(HilumRules.class);

	@ArchTest
	static final ArchRule THE_CORE_KNOWS_NO_FRAMEWORK = ArchRuleDefinition.noClasses()
		.that()
		.resideInAnyPackage("io.hilum.phi.reading", "io.hilum.phi.detect..", "io.hilum.phi.resolve",
				"io.hilum.phi.pseudonym", "io.hilum.phi.replace", "io.hilum.phi.scrub")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "reactor..", "tools.jackson..", "io.micrometer..", "org.slf4j..",
				"io.netty..")
		.because("de-identification is tested, measured and read alone, and what cannot log cannot leak");

	@ArchTest
	static final ArchRule NOTHING_BACKTRACKS_ON_A_CLIENTS_TEXT = ArchRuleDefinition.noClasses()
		.that()
		.resideInAnyPackage("io.hilum.phi.reading", "io.hilum.phi.detect..", "io.hilum.phi.resolve",
				"io.hilum.phi.scrub..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("java.util.regex")
		.because("a regular expression that backtracks lets one prompt stop a thread");

	@ArchTest
	static final ArchRule DETECTORS_ARE_FOUND_BY_THEIR_PACKAGE = ArchRuleDefinition.noClasses()
		.that()
		.resideInAnyPackage("io.hilum.phi.resolve", "io.hilum.phi.pseudonym", "io.hilum.phi.replace")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.hilum.phi.detect.pattern", "io.hilum.phi.detect.dictionary",
				"io.hilum.phi.detect.checksum")
		.because("what becomes of a span does not depend on who found it");

}
