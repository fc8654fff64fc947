package io.hilum.rag;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OpenApi}: the contract and the service have the same operations.
 */
class OpenApiTests {

	@Test
	void hasTheOperationsOfTheService() {
		Set<String> served = served();
		assertThat(served).hasSizeGreaterThan(8);
		assertThat(OpenApi.operations()).isEqualTo(served);
	}

	@Test
	void describesTheExampleOfASearch() throws IOException {
		try (InputStream example = OpenApiTests.class.getResourceAsStream("/contracts/examples/search/response.json")) {
			String json = new String(Objects.requireNonNull(example).readAllBytes(), StandardCharsets.UTF_8);
			assertThat(OpenApi.errors("POST", "/v1/search", 200, json)).isEmpty();
			assertThat(OpenApi.errors("POST", "/v1/search", 200, "{}")).isNotEmpty();
		}
	}

	private static Set<String> served() {
		ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
		scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
		Set<String> served = new TreeSet<>();
		scan.findCandidateComponents("io.hilum.rag")
			.forEach((found) -> served.addAll(of(ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()),
					OpenApiTests.class.getClassLoader()))));
		return served;
	}

	private static Set<String> of(Class<?> controller) {
		MergedAnnotations onType = MergedAnnotations.from(controller);
		String base = onType.isPresent(RequestMapping.class)
				? first(onType.get(RequestMapping.class).getStringArray("path")) : "";
		Set<String> served = new TreeSet<>();
		for (Method method : controller.getDeclaredMethods()) {
			MergedAnnotations onMethod = MergedAnnotations.from(method);
			if (onMethod.isPresent(RequestMapping.class)) {
				var mapping = onMethod.get(RequestMapping.class);
				// A variable for the rest of a path is written with a star in Spring,
				// without one in OpenAPI.
				String path = (base + first(mapping.getStringArray("path"))).replace("{*", "{");
				Arrays.stream(mapping.getEnumArray("method", RequestMethod.class))
					.forEach((verb) -> served.add(verb + " " + path));
			}
		}
		return served;
	}

	private static String first(String[] paths) {
		return Stream.of(paths).findFirst().orElse("");
	}

}
