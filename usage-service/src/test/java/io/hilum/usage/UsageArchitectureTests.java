package io.hilum.usage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
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
@AnalyzeClasses(packagesOf = UsageArchitectureTests.class, importOptions = ImportOption.DoNotIncludeTests.class)
class UsageArchitectureTests {

	@ArchTest
	static final ArchTests RULES = ArchTests.in(HilumRules.class);

	@ArchTest
	static final ArchRule VERIFIER_NEEDS_ONLY_JACKSON = ArchRuleDefinition.classes()
		.that()
		.resideInAnyPackage("io.hilum.usage.audit.chain", "io.hilum.usage.audit.verify")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "tools.jackson..", "org.jspecify..", "io.hilum.usage.audit.chain",
				"io.hilum.usage.audit.verify")
		.because("an auditor must be able to run the verifier, and read it, without the service");

	@ArchTest
	static final ArchRule ADAPTERS_ARE_HIDDEN = ArchRuleDefinition.classes()
		.that()
		.resideInAnyPackage("io.hilum.usage..r2dbc", "io.hilum.usage..kafka", "io.hilum.usage..web",
				"io.hilum.usage..file")
		.and(com.tngtech.archunit.base.DescribedPredicate.describe("are no package descriptions",
				(JavaClass type) -> !type.getSimpleName().equals("package-info")))
		.should()
		.notHaveModifier(JavaModifier.PUBLIC)
		.because("a feature is used through its port");

	@ArchTest
	static final ArchRule MONEY_IS_NEVER_FLOATING = ArchRuleDefinition.noFields()
		.should()
		.haveRawType(double.class)
		.orShould()
		.haveRawType(float.class)
		.because("money and tokens are integers");

}
