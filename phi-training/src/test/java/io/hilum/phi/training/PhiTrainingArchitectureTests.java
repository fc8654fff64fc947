package io.hilum.phi.training;

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
@AnalyzeClasses(packagesOf = PhiTrainingArchitectureTests.class, importOptions = ImportOption.DoNotIncludeTests.class)
class PhiTrainingArchitectureTests {

	@ArchTest
	static final ArchTests RULES = ArchTests.in(HilumRules.class);

	@ArchTest
	static final ArchRule TRAINING_KNOWS_ONLY_DETECTION = ArchRuleDefinition.noClasses()
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.hilum.phi.scrub..", "io.hilum.phi.pseudonym..", "io.hilum.trust..", "java.net..",
				"org.springframework..")
		.because("a model is made of lists and templates of this repository, and of nothing that a service has seen");

}
