@NullMarked
package io.hilum.gateway.models.http;

import org.jspecify.annotations.NullMarked;
