package io.hilum.parts.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Pattern;

import io.hilum.parts.PartException;

/**
 * The databases of a server, seen through its maintenance database.
 */
public final class Databases {

	private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,30}");

	private static final int SUFFIX_LENGTH = 8;

	private final String url;

	private final String user;

	private final String password;

	public Databases(String url, String user, String password) {
		this.url = url;
		this.user = user;
		this.password = password;
	}

	/**
	 * Create a database whose name nobody else has.
	 * @param prefix how the name begins
	 * @return the name
	 */
	public String createFresh(String prefix) {
		String name = prefix + "_" + UUID.randomUUID().toString().substring(0, SUFFIX_LENGTH);
		create(name);
		return name;
	}

	void create(String name) {
		if (!PREFIX.matcher(name).matches()) {
			throw new IllegalArgumentException("not a name for a database: " + name);
		}
		try (Connection connection = DriverManager.getConnection("jdbc:" + this.url, this.user, this.password);
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new PartException("Postgres refuses to create database " + name + ": " + ex.getMessage(), ex);
		}
	}

}
