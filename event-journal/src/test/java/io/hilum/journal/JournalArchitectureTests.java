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
	static final ArchRule SPRING_FREE = ArchRuleDefinition.noClasses()
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "reactor..")
		.because("a journal is opened before and closed after the context of a service");

	@ArchTest
	static final ArchRule KAFKA_IN_ITS_ADAPTER = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackage("io.hilum.journal.kafka..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.apache.kafka..")
		.because("what is kept on the disk does not depend on where it is published");

}
