package io.hilum.usage.directory;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What administrators may do to the directory.
 *
 * @param assignableRoles the roles that may be assigned and withdrawn here
 */
@ConfigurationProperties("hilum.directory")
public record DirectoryProperties(@DefaultValue( {
		"Clinician", "Billing", "Developer", "Admin" }) Set<String> assignableRoles){
}
