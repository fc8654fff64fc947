package io.hilum.usage.directory.keycloak;

import java.nio.file.Path;

import io.hilum.parts.process.Ports;
import io.hilum.usage.RunningService;
import io.hilum.usage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.http.HttpStatus;

/**
 * What the whole service says where there is no directory, or none that answers.
 */
class DirectoryAwayIT {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path home;

	@Test
	void saysThatItDoesNotAnswer() {
		try (RunningService away = RunningService.start(TestDatabase.create().part(), this.home.resolve("away"),
				"--hilum.directory.keycloak.url=http://localhost:" + Ports.free(),
				"--hilum.directory.keycloak.client-secret=secret")) {
			away.as(RunningService.ADMIN)
				.get()
				.uri("/v1/directory/people")
				.exchange()
				.expectStatus()
				.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
				.expectBody()
				.jsonPath("$.error.code")
				.isEqualTo("directory_unavailable");
		}
	}

	@Test
	void saysThatThereIsNone() {
		try (RunningService without = RunningService.start(TestDatabase.create().part(),
				this.home.resolve("without"))) {
			without.as(RunningService.ADMIN)
				.get()
				.uri("/v1/directory/people")
				.exchange()
				.expectStatus()
				.isNotFound()
				.expectBody()
				.jsonPath("$.error.message")
				.isEqualTo("No directory is configured (hilum.directory.keycloak.url)");
		}
	}

}
