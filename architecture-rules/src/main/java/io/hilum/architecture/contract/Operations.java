package io.hilum.architecture.contract;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;

/**
 * The operations that a service really serves, each as method and path in the spelling of
 * OpenAPI.
 */
public final class Operations {

	private Operations() {
	}

	/**
	 * The operations of annotated controllers.
	 * @param packageName where they are looked for
	 * @return each as method and path
	 */
	public static Set<String> ofControllers(String packageName) {
		ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
		scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
		Set<String> served = new TreeSet<>();
		scan.findCandidateComponents(packageName)
			.forEach((found) -> served.addAll(of(ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()),
					Operations.class.getClassLoader()))));
		return served;
	}

	/**
	 * The operations of functional routes.
	 * @param routes the routes
	 * @return each as method and path
	 */
	public static Set<String> ofRoutes(RouterFunction<?> routes) {
		RouteListing listing = new RouteListing();
		routes.accept(listing);
		return listing.operations();
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
				String path = inOpenApi(base + first(mapping.getStringArray("path")));
				Arrays.stream(mapping.getEnumArray("method", RequestMethod.class))
					.forEach((verb) -> served.add(verb + " " + path));
			}
		}
		return served;
	}

	/**
	 * A variable for the rest of a path is written with a star in Spring, without one in
	 * OpenAPI.
	 */
	static String inOpenApi(String path) {
		return path.replace("{*", "{");
	}

	private static String first(String[] paths) {
		return Stream.of(paths).findFirst().orElse("");
	}

}
