/**
 * The archive of the evidence in a container of Azure Blob Storage.
 */
@NullMarked
package io.hilum.usage.audit.azure;

import org.jspecify.annotations.NullMarked;
