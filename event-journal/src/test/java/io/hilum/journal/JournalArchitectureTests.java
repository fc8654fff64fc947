package io.hilum.journal;

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
@AnalyzeClasses(packagesOf = JournalArchitectureTests.class, importOptions = ImportOption.DoNotIncludeTests.class)
class JournalArchitectureTests {

	@ArchTest
	static final ArchTests RULES = ArchTests.in(HilumRules.class);

	@ArchTest
	static final ArchRule SPRING_IN_ITS_ADAPTER = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackage("io.hilum.journal.spring..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "reactor..", "io.hilum.journal.spring..")
		.because("a journal needs no context: commands and tests open one without");

	@ArchTest
	static final ArchRule KAFKA_IN_ITS_ADAPTER = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("io.hilum.journal.kafka..", "io.hilum.journal.spring..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.kafka..")
		.because("what is kept on the disk does not depend on where it is published");

}
