/**
 * Templates of the hospital in a container of Azure Blob Storage.
 */
@NullMarked
package io.hilum.portal.template.azure;

import org.jspecify.annotations.NullMarked;
