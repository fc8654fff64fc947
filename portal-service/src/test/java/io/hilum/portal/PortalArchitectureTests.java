package io.hilum.portal;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.hilum.architecture.HilumRules;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.text.PhiText;

/**
 * The rules of {@link HilumRules} over this service, and its own.
 */
@AnalyzeClasses(packagesOf = PortalArchitectureTests.class, importOptions = ImportOption.DoNotIncludeTests.class)
class PortalArchitectureTests {

	@ArchTest
	static final ArchTests RULES = ArchTests.in(HilumRules.class);

	@ArchTest
	static final ArchRule TEXT_IS_REVEALED_ONLY_WHERE_IT_IS_WORKED_ON = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("..seal..", "..word..", "..web..")
		.and()
		.doNotHaveSimpleName("Transcript")
		.and()
		.doNotHaveSimpleName("Profiles")
		.and()
		.doNotHaveSimpleName("Shelves")
		.should()
		.callMethod(PhiText.class, "reveal")
		.because("whoever does not seal, mark, write or answer with a text has no use for it");

	@ArchTest
	static final ArchRule ONE_PLACE_SEALS = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("..seal..")
		.should()
		.callMethod(AesGcm.class, "seal", byte[].class, byte[].class)
		.orShould()
		.callMethod(AesGcm.class, "open", byte[].class, byte[].class)
		.because("nothing is sealed without the place that it belongs to");

	@ArchTest
	static final ArchRule TECHNOLOGY_STAYS_IN_ITS_ADAPTER = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("..r2dbc..", "..journal..", "..postgres..", "..template.file..", "..template.s3..",
				"..template.azure..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.r2dbc..", "org.springframework.r2dbc..", "org.apache.kafka..", "io.hilum.journal..",
				"org.yaml..", "software.amazon.awssdk..", "com.azure..")
		.because("a technology can be exchanged only where nobody else knows it");

	@ArchTest
	static final ArchRule ADAPTERS_ARE_HIDDEN = ArchRuleDefinition.classes()
		.that()
		.resideInAnyPackage("..r2dbc..", "..journal..", "..file..", "..s3..", "..azure..")
		.or()
		.haveSimpleNameEndingWith("Controller")
		.should()
		.bePackagePrivate()
		.because("only the port of a feature is for others");

}
