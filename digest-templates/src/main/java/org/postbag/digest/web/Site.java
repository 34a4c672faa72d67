package org.postbag.digest.web;

import java.time.LocalDate;
import java.time.ZoneId;
import org.postbag.posts.ReaderLanguage;

/**
 * What every page shares.
 *
 * @param name the installation's name
 * @param url where readers reach it, without a slash at the end; for Open Graph, feeds and nothing else
 * @param lang of this answer
 * @param zone in which times are shown
 * @param today the day times are seen from: a post of this day shows only its time
 */
public record Site(String name, String url, ReaderLanguage lang, ZoneId zone, LocalDate today) {}
