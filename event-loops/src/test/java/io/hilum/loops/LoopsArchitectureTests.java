package io.hilum.loops;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.hilum.architecture.HilumRules;

/**
 * The rules of {@link HilumRules} over this module.
 */
@AnalyzeClasses(packagesOf = LoopsArchitectureTests.class, importOptions = ImportOption.DoNotIncludeTests.class)
class LoopsArchitectureTests {

	@ArchTest
	static final ArchTests RULES = ArchTests.in(HilumRules.class);

}
