package io.hilum.systemtests.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard is one that Grafana shows, and the alerts are those of the runbook.
 */
class MonitoringTests {

	@Test
	void panelsStandBesideEachOther() {
		JsonNode dashboard = Monitoring.dashboard();
		assertThat(dashboard.path("uid").stringValue()).isEqualTo("hilum-operators");
		Set<Integer> ids = new HashSet<>();
		Set<String> taken = new HashSet<>();
		dashboard.path("panels").forEach((panel) -> {
			assertThat(ids.add(panel.path("id").intValue())).as("id of " + panel.path("title")).isTrue();
			JsonNode at = panel.path("gridPos");
			assertThat(at.path("x").intValue() + at.path("w").intValue()).isLessThanOrEqualTo(24);
			for (int x = at.path("x").intValue(); x < at.path("x").intValue() + at.path("w").intValue(); x++) {
				for (int y = at.path("y").intValue(); y < at.path("y").intValue() + at.path("h").intValue(); y++) {
					assertThat(taken.add(x + "," + y)).as("free for " + panel.path("title")).isTrue();
				}
			}
		});
	}

	@Test
	void panelsAskForSomethingWithTheChosenSource() {
		Monitoring.dashboard().path("panels").forEach((panel) -> {
			String title = panel.path("title").stringValue();
			if (!panel.path("type").stringValue().equals("row")) {
				assertThat(panel.path("targets").size()).as(title).isPositive();
				panel.path("targets").forEach((target) -> {
					assertThat(target.path("datasource").path("uid").stringValue()).as(title)
						.isEqualTo("${datasource}");
					assertThat(target.path("expr").stringValue()).as(title).contains("namespace=~\"$namespace\"");
				});
			}
		});
	}

	@Test
	void alertsAreThoseOfTheRunbook() throws IOException {
		String runbook = Files.readString(Path.of("..", "docs", "runbook.md"));
		String table = runbook.substring(runbook.indexOf("| Alert |"), runbook.indexOf("\n## Errors"));
		List<String> rows = table.lines()
			.filter((line) -> line.startsWith("| "))
			.skip(2)
			.map((line) -> line.split(" *\\| *")[1])
			.toList();
		assertThat(Monitoring.rules().stream().map(MonitoringTests::summary)).containsExactlyInAnyOrderElementsOf(rows);
	}

	@Test
	void alertsSayHowBadTheyAre() {
		assertThat(Monitoring.rules()).allSatisfy((rule) -> {
			assertThat(rule.path("alert").stringValue()).matches("Hilum[A-Z][A-Za-z]+");
			assertThat(rule.path("labels").path("severity").stringValue()).isIn("critical", "warning", "info");
		});
	}

	private static String summary(JsonNode rule) {
		return rule.path("annotations").path("summary").stringValue();
	}

}
